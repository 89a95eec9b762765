import type { Tried } from '@guicheng/runtime/checking';
import type { Json } from '@guicheng/runtime/model';
import { FieldControl } from '../../../../task/field/fieldControl.tsx';
import { labelId } from '../../../../task/field/control.ts';
import type { Values } from '../../../../task/values.ts';
import type { Subject } from '../../../condition/subject.ts';
import { sayAnswer } from '../cell/sayCell.ts';
import { type Grid } from '../../../file/dmn/grid.ts';
import { samples } from '../samples.ts';
import { useTableWords } from '../words/useTableWords.ts';
import type { Reading } from './useReading.ts';

const AS: { readonly [type in Subject['type']]?: 'choice' | 'text' } = {
  decision: 'choice',
  unknown: 'text',
  longText: 'text',
  opinion: 'text',
};

/** 试一试: values typed beside the table, and what it says to them at once. */
export function TryOut({
  reading,
  tried,
  grid,
  begun,
  values,
  change,
}: {
  readonly reading: Reading;
  readonly tried: Tried | null | undefined;
  readonly grid: Grid;
  readonly begun: boolean;
  readonly values: Values;
  readonly change: (values: Values) => void;
}) {
  const { say, t } = useTableWords();
  const asked = samples(grid, reading);
  return (
    <aside className="gc-rules-try" aria-label={say('tryTitle')}>
      <h3>{say('tryTitle')}</h3>
      <p className="gc-row-note">{asked.length === 0 ? say('tryNothing') : say('tryNote')}</p>
      {asked.map((subject) => {
        const id = `gc-try-${subject.key}`;
        return (
          <div key={subject.key} className="gc-control">
            <label id={labelId(id)} htmlFor={id}>
              {t(subject.name) || subject.key}
            </label>
            <FieldControl
              id={id}
              field={{
                key: subject.key,
                name: subject.name,
                type: AS[subject.type] ?? (subject.type as Exclude<Subject['type'], 'decision' | 'unknown'>),
                access: 'write',
                required: false,
                options: subject.options,
                columns: [],
                value: null,
              }}
              value={values[subject.key] ?? null}
              faulty={false}
              describedBy={undefined}
              compact
              change={(next) => change({ ...values, [subject.key]: next })}
            />
          </div>
        );
      })}
      <section aria-live="polite">
        <h3>{say('tryResult')}</h3>
        <Outcome reading={reading} tried={tried} grid={grid} begun={begun} />
      </section>
    </aside>
  );
}

function Outcome({
  reading,
  tried,
  grid,
  begun,
}: {
  readonly reading: Reading;
  readonly tried: Tried | null | undefined;
  readonly grid: Grid;
  readonly begun: boolean;
}) {
  const { say, t } = useTableWords();
  if (tried === undefined) return null;
  if (tried === null) return <p className="gc-row-note">{say('unread')}</p>;
  const { decided } = tried;
  if (!decided)
    return (
      <>
        <p className="gc-row-note">{say('tryFault')}</p>
        {tried.faults.slice(0, 5).map((fault) => (
          <p key={fault.zh} className="gc-rules-wrong">
            {t(fault)}
          </p>
        ))}
      </>
    );
  // Before anything is filled in, that no row applies says nothing.
  if (!begun) return <p className="gc-row-note">—</p>;
  if (!decided.ok) return <p className="gc-rules-wrong">{say('tryUndecided', { reason: t(decided.reason) })}</p>;
  const rows = decided.rules.join(', ');
  return (
    <>
      {decided.value === null || decided.rules.length === 0 ? null : (
        <dl>
          {grid.outputs.map((output, column) => (
            // oxlint-disable-next-line react/no-array-index-key
            <div key={column}>
              <dt>{t(reading.outputs[column]?.subject.name ?? { zh: output.label })}</dt>
              <dd>{wordsOf(column, { grid, reading, value: decided.value, t })}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className={decided.rules.length === 0 ? 'gc-rules-wrong' : 'gc-row-note'}>
        {decided.rules.length === 0 ? say('tryNoRow') : say('tryRow', { rows })}
      </p>
    </>
  );
}

interface Said {
  readonly grid: Grid;
  readonly reading: Reading;
  readonly value: Json;
  readonly t: ReturnType<typeof useTableWords>['t'];
}

/** What the result says in one column: of one column it is the result itself, of several a part of it – or of each of its rows. */
function wordsOf(column: number, { grid, reading, value, t }: Said): string {
  const { name = '' } = grid.outputs[column] ?? {};
  const part = (one: Json): Json =>
    grid.outputs.length > 1 && typeof one === 'object' && one !== null && !Array.isArray(one)
      ? ((one as { readonly [name: string]: Json })[name] ?? null)
      : one;
  const about = reading.outputs[column];
  const say = (one: Json): string => {
    if (one === null) return '—';
    if (typeof one === 'object' && !Array.isArray(one)) return JSON.stringify(one);
    if (Array.isArray(one)) return one.map((each: Json) => say(part(each))).join('、');
    return about ? t(sayAnswer(one, about)) : String(one);
  };
  return say(part(value));
}
