import type { Marking } from '../../packages/runtime/src/kernel/marking.ts';

/** What was before may be named or not, and values are as large as somebody wrote them. */
const ASIDE: ReadonlySet<string> = new Set(['side', 'beside', 'last', 'data', 'payload']);

/** How long a marking is as JSON, whatever the numbers and the yes and no in it: a later visit is no larger for its name. */
export const sizeOf = (marking: Marking): number =>
  JSON.stringify(marking, (key, value: unknown) => (ASIDE.has(key) ? undefined : value === false ? true : value)).replace(/\d+/g, '0')
    .length;

/** How many live things a marking holds: tokens wherever they wait, scopes, and what can still be undone, however deep. */
export function livingIn({ tokens, arrivals, parked, scopes, undoable }: Marking): number {
  return tokens.length + arrivals.length + parked.length + scopes.length + undoableIn(undoable);
}

const undoableIn = (undoable: Marking['undoable']): number => undoable.reduce((sum, { inner }) => sum + 1 + undoableIn(inner), 0);
