import { useState } from 'react';
import { Radio } from 'antd';
import { useWords } from '../../../words/words.ts';
import { ConditionEditor } from '../condition/conditionEditor.tsx';
import { subjectsOf } from '../condition/subjects.ts';
import type { FieldPlain } from './fieldPlain.ts';
import type { FormPlace } from './formCommands.ts';

/** Whether a field is always shown, or only when something holds: clicked together as the conditions of arrows are. */
export function ShowWhen({
  place,
  field,
  change,
}: {
  readonly place: FormPlace;
  readonly field: FieldPlain;
  readonly change: (field: FieldPlain) => void;
}) {
  const { w } = useWords();
  const [begun, setBegun] = useState(false);
  const feel = (field.showWhen ?? '').replace(/^=\s*/, '');
  const conditional = feel !== '' || begun;
  const subjects = subjectsOf(place.process, place.step.businessObject).filter(({ key }) => key !== field.key);
  const put = (showWhen: string): void => {
    setBegun(showWhen === '' && conditional);
    change({ ...field, showWhen: showWhen === '' ? undefined : showWhen });
  };
  return (
    <div className="gc-field-part">
      <span aria-hidden="true">{w('fieldShowWhen')}</span>
      <Radio.Group
        aria-label={w('fieldShowWhen')}
        value={conditional}
        options={[
          { value: false, label: w('showAlways') },
          { value: true, label: w('showWhenHolds') },
        ]}
        onChange={(event) => {
          const on = event.target.value as boolean;
          setBegun(on);
          if (!on && feel !== '') change({ ...field, showWhen: undefined });
        }}
      />
      {conditional ? <ConditionEditor feel={feel} subjects={subjects} put={put} /> : null}
    </div>
  );
}
