import { useState } from 'react';
import { Select } from 'antd';
import type { FormField, Json } from '@guicheng/server/contract';
import { labelId } from '../../../task/field/control.ts';
import { FieldControl } from '../../../task/field/fieldControl.tsx';
import { useWords } from '../../../words/words.ts';
import type { Literal } from '../../condition/condition.ts';
import type { Line } from './draft.ts';
import type { Subject } from '../../condition/subject.ts';

/** The form's own control by which one value of such a type is given. */
const AS: { readonly [type in Subject['type']]?: FormField['type'] } = {
  decision: 'choice',
  choices: 'choice',
  persons: 'person',
  units: 'unit',
  longText: 'text',
  opinion: 'text',
  unknown: 'text',
};

const TYPED: ReadonlySet<string> = new Set(['text', 'number', 'money']);

/** What a question compares with: given by the very control that the form has for such a field, or the day on which it is asked. */
export function ValueControl({
  label,
  id,
  line,
  subject,
  change,
}: {
  readonly label: string;
  readonly id: string;
  readonly line: Line;
  readonly subject: Subject;
  readonly change: (value: Literal | null) => void;
}) {
  const type = AS[subject.type] ?? subject.type;
  const timed = (type === 'date' || type === 'dateTime') && line.is !== 'equal' && line.is !== 'unequal';
  const own = line.value === 'today' || line.value === 'now';
  return (
    <>
      {timed ? <WhenOf label={label} moment={type === 'dateTime'} own={own} change={change} /> : null}
      {timed && own ? null : (
        <span className="gc-cond-value">
          <label id={labelId(id)} htmlFor={id} className="gc-hidden">
            {label}
          </label>
          <Given id={id} subject={subject} type={type} value={line.value} change={change} />
        </span>
      )}
    </>
  );
}

/** The day on which the condition is asked, or one that is written down. */
function WhenOf({
  label,
  moment,
  own,
  change,
}: {
  readonly label: string;
  readonly moment: boolean;
  readonly own: boolean;
  readonly change: (value: Literal | null) => void;
}) {
  const { w } = useWords();
  return (
    <Select
      aria-label={label}
      value={own}
      options={[
        { value: true, label: moment ? w('momentItself') : w('dayItself') },
        { value: false, label: moment ? w('momentWritten') : w('dayWritten') },
      ]}
      onChange={(next: boolean) => change(next ? (moment ? 'now' : 'today') : null)}
      popupMatchSelectWidth={false}
    />
  );
}

/** What is typed is told once it is whole – when the field is left –, so that a number is not three steps of undo. */
function Given({
  id,
  subject,
  type,
  value,
  change,
}: {
  readonly id: string;
  readonly subject: Subject;
  readonly type: FormField['type'];
  readonly value: Literal | null;
  readonly change: (value: Literal | null) => void;
}) {
  const [typed, setTyped] = useState<Json | undefined>(undefined);
  const waits = TYPED.has(type);
  const tell = (): void => {
    if (typed !== undefined && typed !== value) change(literalOf(typed));
    setTyped(undefined);
  };
  return (
    <span
      onBlur={tell}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) tell();
        // What is being typed here is undone here, not on the canvas.
        if (typed !== undefined) event.stopPropagation();
      }}
    >
      <FieldControl
        id={id}
        field={{
          key: subject.key,
          name: subject.name,
          type,
          access: 'write',
          required: true,
          options: subject.options,
          columns: [],
          value: null,
        }}
        value={typed === undefined ? value : typed}
        faulty={false}
        describedBy={undefined}
        compact
        change={(next) => (waits ? setTyped(next) : change(literalOf(next)))}
      />
    </span>
  );
}

const literalOf = (value: Json): Literal | null =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
