import type { Form } from '../form/form.ts';
import type { Change } from '../kernel/change.ts';
import type { ScopeId } from '../words/ids.ts';
import type { Data } from '../words/json.ts';
import { BrokenPromise } from '../words/refusal.ts';
import type { Held } from './commands/holder.ts';
import type { Parts } from './parts.ts';
import type { CaseDraft } from './record/draft.ts';

/**
 * Takes the numbers that this step gives. Taken before the case's commit, under a request id made of case and field: whoever
 * repeats the step after a crash, or a lost race, gets the number that was taken the first time. A number stays with its case.
 */
export async function takeNumbers(
  parts: Parts,
  draft: CaseDraft,
  about: { readonly held: Held; readonly form: Form; readonly known: Data; readonly scope: ScopeId },
): Promise<readonly Change[]> {
  const changes: Change[] = [];
  for (const field of about.form.fields) {
    if (field.type !== 'series' || field.access !== 'write' || about.known[field.key] !== undefined) continue;
    const series = about.held.definition.process.office.series.find((one) => one.key === field.series);
    if (!series) throw new BrokenPromise(`a published form names no series: ${field.key}`);
    const number = await parts.numbers.take({
      key: series.key,
      pattern: series.pattern,
      taker: `${draft.facts.case}/${about.scope}/${field.key}`,
      by: draft.by,
    });
    draft.events.push({ type: 'NumberTaken', series: series.key, number, field: field.key, scope: about.scope });
    changes.push({ scope: about.scope, path: [field.key], to: number });
  }
  return changes;
}
