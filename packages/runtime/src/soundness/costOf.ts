import type { Effect } from '../kernel/effect.ts';
import type { Marking } from '../kernel/marking.ts';

/** What a step costs that does next to nothing, in the same measure. */
const STEP = 20;

/** What it costs to do a step, and to know what has come of it: by what there is in the marking, and by what happened. */
export const costOf = ({ tokens, waits, scopes, arrivals, undoable }: Marking, effects: readonly Effect[]): number =>
  tokens.length + waits.length + scopes.length + arrivals.length + undoable.length + effects.length + STEP;
