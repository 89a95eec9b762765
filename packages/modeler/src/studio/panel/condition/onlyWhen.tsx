import { Radio } from 'antd';
import { useState } from 'react';
import type { Subject } from '../../condition/subject.ts';
import { ConditionEditor } from './conditionEditor.tsx';

/** Whether something is always so, or only while a condition holds: clicked together as the conditions of arrows are. */
export function OnlyWhen({
  labels,
  feel,
  subjects,
  put,
}: {
  readonly labels: { readonly title: string; readonly always: string; readonly when: string };
  /** Empty: always. */
  readonly feel: string;
  readonly subjects: readonly Subject[];
  readonly put: (feel: string) => void;
}) {
  // Chosen, but nothing clicked together yet.
  const [begun, setBegun] = useState(false);
  const written = feel.replace(/^=\s*/, '');
  const conditional = written !== '' || begun;
  return (
    <div className="gc-field-part">
      <span aria-hidden="true">{labels.title}</span>
      <Radio.Group
        className="gc-either"
        aria-label={labels.title}
        value={conditional}
        options={[
          { value: false, label: labels.always },
          { value: true, label: labels.when },
        ]}
        onChange={(event) => {
          const on = event.target.value as boolean;
          setBegun(on);
          if (!on && written !== '') put('');
        }}
      />
      {conditional ? (
        <ConditionEditor
          feel={written}
          subjects={subjects}
          put={(next) => {
            setBegun(next === '');
            put(next);
          }}
        />
      ) : null}
    </div>
  );
}
