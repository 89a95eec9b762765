import { Select } from 'antd';
import { useWords } from '../../../words/words.ts';
import { hiddenAt } from './entries.ts';
import { typeOf } from './fieldPlain.ts';
import { textOf } from '../../file/named.ts';
import { fieldWord } from '../../fieldTypes.ts';
import { showFields, type FormPlace } from './formCommands.ts';

/** No field has a key that begins so. */
const ALL = '*';

/** Fields of the flow that this step hides, one click from being shown, or all at once: at first only to be seen, as others fill them in. */
export function KnownFields({ place, done }: { readonly place: FormPlace; readonly done: () => void }) {
  const { w, t } = useWords();
  const hidden = hiddenAt(place.process, place.step.businessObject);
  const one = hidden.map((field) => ({ value: field.key, label: `${t(textOf(field))} · ${w(fieldWord(typeOf(field)))}` }));
  return (
    <Select
      autoFocus
      defaultOpen
      aria-label={w('chooseKnownField')}
      placeholder={w('chooseKnownField')}
      showSearch={{ optionFilterProp: 'label' }}
      value={null}
      options={one.length > 1 ? [{ value: ALL, label: w('showAllFields', { number: one.length }) }, ...one] : one}
      onChange={(key: string) => {
        const shown = key === ALL ? hidden.map((field) => field.key) : [key];
        showFields(
          place,
          shown.map((field) => ({ field, mode: 'read' })),
        );
        done();
      }}
      onBlur={done}
      style={{ width: '100%' }}
    />
  );
}
