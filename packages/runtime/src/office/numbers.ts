import type { TakenNumber } from '../case/facts.ts';
import { dayOf, yearOf } from '../calendar/day.ts';
import type { Form } from '../form/form.ts';
import type { Process } from '../diagram/model.ts';
import type { ScopeId, VisitId } from '../words/ids.ts';
import type { Data } from '../words/json.ts';
import { BrokenPromise } from '../words/refusal.ts';
import type { Parts } from './parts.ts';
import type { CaseDraft } from './record/draft.ts';
import type { Recorder } from './record/recorder.ts';

/** A number that a form gives. */
export type Given = Pick<TakenNumber, 'series' | 'number' | 'field'>;

/**
 * Takes the numbers that this form gives. Taken before the case's commit, under a request id made of case and field: whoever
 * repeats the step after a crash, or a lost race, gets the number that was taken the first time. A number stays with its case.
 */
export async function takeNumbers(
  parts: Parts,
  draft: CaseDraft,
  about: { readonly process: Process; readonly form: Form; readonly known: Data; readonly scope: ScopeId | 'start' },
): Promise<readonly Given[]> {
  const given: Given[] = [];
  for (const field of about.form.fields) {
    if (field.type !== 'series' || field.access !== 'write' || typeof about.known[field.key] === 'string') continue;
    const series = seriesOf(about.process, field.series);
    if (!series) throw new BrokenPromise(`a published form names no series: ${field.key}`);
    const taker = takerOf(draft, about.scope, field.key);
    const number = await parts.numbers.take({ key: series.key, pattern: series.pattern, taker, by: draft.by });
    given.push({ series: series.key, number, field: field.key });
  }
  return given;
}

const seriesOf = (process: Process, key: string | undefined) => process.office.series.find((one) => one.key === key);
const takerOf = (draft: CaseDraft, scope: ScopeId | 'start', field: string): string => `${draft.facts.case}/${scope}/${field}`;

/** Notes that numbers were taken, by which step. */
export function recordNumbers(
  draft: CaseDraft,
  given: readonly Given[],
  at: { readonly scope: ScopeId; readonly visit: VisitId | null },
): void {
  for (const one of given) {
    draft.events.push({ type: 'NumberTaken', ...one, scope: at.scope });
    draft.facts = { ...draft.facts, numbers: [...draft.facts.numbers, { ...one, ...at, state: 'used' }] };
  }
}

/** A step that had given numbers is done again: they are its own once more. */
export function keepNumbers(draft: CaseDraft, form: Form, at: { readonly scope: ScopeId; readonly visit: VisitId }): void {
  const keys = new Set(form.fields.flatMap((field) => (field.type === 'series' && field.access === 'write' ? [field.key] : [])));
  draft.facts = {
    ...draft.facts,
    numbers: draft.facts.numbers.map((one) =>
      one.state === 'loose' && one.scope === at.scope && keys.has(one.field) ? { ...one, visit: at.visit, state: 'used' } : one,
    ),
  };
}

/** Numbers that were taken for a case but never came into it, because the step was refused in the end, are voided when it is over. */
export async function voidUnused(parts: Parts, recorder: Recorder, draft: CaseDraft): Promise<void> {
  const known = new Set(draft.facts.numbers.map((one) => one.number));
  const years = [draft.facts.startedAt, draft.at].map((at) => yearOf(dayOf(at)));
  for (const { scope, definition } of draft.facts.runs) {
    const process = recorder.definition(definition)?.process;
    for (const field of process?.fields ?? []) {
      const series = process && field.type === 'series' ? seriesOf(process, field.series) : undefined;
      if (!series) continue;
      for (const year of new Set(years)) {
        const number = await parts.numbers.taken(series.key, year, takerOf(draft, scope, field.key));
        if (number !== undefined && !known.has(number))
          draft.events.push({ type: 'NumberVoided', series: series.key, number, field: field.key, why: 'unused' });
      }
    }
  }
}
