import type { FormField, Json, Problem } from '@guicheng/server/contract';
import { useWords } from '../words/words.ts';
import { labelId } from './field/control.ts';
import { FieldControl } from './field/fieldControl.tsx';
import { Conflicting } from './conflict.tsx';
import type { Conflict } from './mergeDrafts.ts';
import { problemText } from './problemText.ts';
import type { Values } from './values.ts';

/** The element around a field: where the focus goes when it is at fault. */
export const fieldId = (field: string): string => `gc-field-${field}`;

/** What is to be filled in at this step: label, control, help, and what is wrong beside the field where it is wrong. */
export function StepForm({
  fields,
  values,
  change,
  faults,
  conflicts,
  settle,
}: {
  readonly fields: readonly FormField[];
  readonly values: Values;
  readonly change: (field: string, value: Json) => void;
  readonly faults: Problem['fields'];
  /** Fields that somebody else changed meanwhile; none where nobody else can. */
  readonly conflicts?: readonly Conflict[];
  readonly settle?: (conflict: Conflict, whose: 'mine' | 'theirs') => void;
}) {
  return (
    <div className="gc-form">
      {fields.map((field) => (
        <Entry
          key={field.key}
          field={field}
          value={values[field.key] === undefined ? field.value : (values[field.key] ?? null)}
          fault={faults?.find((one) => one.field === field.key)}
          change={(value) => change(field.key, value)}
          conflict={conflicts?.find((one) => one.field.key === field.key)}
          settle={settle}
        />
      ))}
    </div>
  );
}

function Entry({
  field,
  value,
  fault,
  change,
  conflict,
  settle,
}: {
  readonly field: FormField;
  readonly value: Json;
  readonly fault: NonNullable<Problem['fields']>[number] | undefined;
  readonly change: (value: Json) => void;
  readonly conflict: Conflict | undefined;
  readonly settle: ((conflict: Conflict, whose: 'mine' | 'theirs') => void) | undefined;
}) {
  const { t, w } = useWords();
  const id = fieldId(field.key);
  const beside = fault || field.help ? `${id}-beside` : undefined;
  return (
    <div id={id} className={fault ? 'gc-entry gc-faulty' : 'gc-entry'}>
      <label id={labelId(`${id}-control`)} htmlFor={`${id}-control`}>
        {t(field.name)}
        {field.required && field.type !== 'series' ? (
          <span className="gc-must" title={w('required')}>
            *
          </span>
        ) : null}
      </label>
      {conflict && settle ? <Conflicting conflict={conflict} settle={(whose) => settle(conflict, whose)} /> : null}
      <FieldControl id={`${id}-control`} field={field} value={value} faulty={fault !== undefined} describedBy={beside} change={change} />
      {fault ? (
        <div id={beside} className="gc-wrong">
          {t(problemText(field, fault))}
        </div>
      ) : field.help ? (
        <div id={beside} className="gc-quiet">
          {t(field.help)}
        </div>
      ) : null}
    </div>
  );
}
