import { Checkbox, Radio, Select } from 'antd';
import type { Json } from '@guicheng/server/contract';
import { useWords } from '../../words/words.ts';
import { idsOf, textOf } from '../values.ts';
import { labelId, spoken, type Control } from './control.ts';

/** As many options as stand beside each other without searching. */
const FEW = 5;

/** A group is no control that a label could be for: it names its label itself. */
const named = (control: Control) => ({ ...spoken(control), 'aria-labelledby': labelId(control.id) });

/** Yes or no. */
export function YesNoControl(control: Control) {
  const { w } = useWords();
  return (
    <Radio.Group
      {...named(control)}
      value={control.value}
      onChange={(event) => control.change(event.target.value as Json)}
      options={[
        { value: true, label: w('yes') },
        { value: false, label: w('no') },
      ]}
    />
  );
}

/** One of the options: side by side while they are few, else a list that can be searched. */
export function ChoiceControl(control: Control) {
  const { t, w } = useWords();
  const { field, value, faulty, change } = control;
  const options = field.options.map((option) => ({ value: option.value, label: t(option.name) }));
  if (options.length <= FEW && !control.compact)
    return <Radio.Group {...named(control)} options={options} value={value} onChange={(event) => change(event.target.value as Json)} />;
  return (
    <Select
      {...spoken(control)}
      {...(faulty ? { status: 'error' as const } : {})}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear={!field.required}
      options={options}
      value={textOf(value) || null}
      onChange={(next: string | null | undefined) => change(next ?? null)}
      placeholder={w('chooseFirst')}
      style={{ width: '100%', maxWidth: 420 }}
    />
  );
}

/** Some of the options. */
export function ChoicesControl(control: Control) {
  const { t } = useWords();
  const options = control.field.options.map((option) => ({ value: option.value, label: t(option.name) }));
  return (
    <Checkbox.Group {...named(control)} options={options} value={[...idsOf(control.value)]} onChange={(next) => control.change(next)} />
  );
}
