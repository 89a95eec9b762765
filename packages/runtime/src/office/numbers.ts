import type { Form } from '../form/form.ts';
import type { Change } from '../kernel/change.ts';
import { dayOf } from '../calendar/day.ts';
import { id, type ScopeId, type StreamId } from '../words/ids.ts';
import type { Data } from '../words/json.ts';
import { BrokenPromise } from '../words/refusal.ts';
import { digest } from '../words/digest.ts';
import { append, nextInstant } from './append.ts';
import type { Held } from './commands/holder.ts';
import type { Head } from '../ports/commit.ts';
import type { Parts } from './parts.ts';
import type { CaseDraft } from './record/draft.ts';

/** A number series of one year as it stands: each number is taken once, by an append that two can never both win. */
interface SeriesFacts {
  readonly last: number;
  readonly takenBy: string;
  readonly number: string;
}

/** The number as people write it: `收〔{yyyy}〕{n}号`, `{n:4}` pads with zeros. */
export const writeNumber = (pattern: string, year: string, n: number): string =>
  pattern
    .replaceAll('{yyyy}', year)
    .replaceAll(/\{n(?::(\d))?\}/g, (_, digits: string | undefined) => String(n).padStart(Number(digits ?? 0), '0'));

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
    const number = await takeNumber(parts, {
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

async function takeNumber(
  parts: Parts,
  about: { readonly key: string; readonly pattern: string; readonly taker: string; readonly by: CaseDraft['by'] },
): Promise<string> {
  const year = dayOf(parts.clock.now()).slice(0, 4);
  const stream: StreamId = id(`series/${about.key}/${year}`);
  for (;;) {
    const head = await parts.store.load(stream);
    const before = await takenBefore(parts, head, about.taker);
    if (before !== undefined) return before;
    const n = ((head?.facts as unknown as SeriesFacts | undefined)?.last ?? 0) + 1;
    const number = writeNumber(about.pattern, year, n);
    const facts: SeriesFacts = { last: n, takenBy: about.taker, number };
    const { result } = await append(parts, head, {
      stream,
      at: nextInstant(parts.clock, head),
      actor: { id: about.by, via: about.by === 'system' ? 'system' : 'person' },
      request: { id: about.taker, digest: digest(about.taker), answer: number },
      parts: { state: { snapshot: null, facts: facts as never }, events: [{ type: 'NumberTaken', number, by: about.taker }] },
    });
    if (result.ok) return number;
  }
}

/** Most are among the last 64; an older one is looked for in the log. */
async function takenBefore(parts: Parts, head: Head | undefined, taker: string): Promise<string | undefined> {
  const recent = head?.answered.find((answered) => answered.id === taker);
  if (recent) return String(recent.answer);
  if (!head || head.revision <= head.answered.length) return undefined;
  for (let after = 0; after < head.revision; ) {
    const page = await parts.store.log({ stream: head.stream, after, limit: 500 });
    const found = page.find((commit) => commit.request?.id === taker);
    if (found) return String(found.request?.answer);
    if (page.length === 0) return undefined;
    after += page.length;
  }
  return undefined;
}
