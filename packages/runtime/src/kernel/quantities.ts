import type { Element, Flow } from '../diagram/model.ts';
import type { ElementId, ScopeId } from '../words/ids.ts';
import { fireJoin } from './run/fireJoin.ts';
import { elementOf } from './run/place.ts';
import { scopeOf, type Run } from './run/run.ts';

/**
 * Start quantity: the activity begins once that many tokens have come, whichever flows they came over; the first to come are taken. In an
 * ad-hoc sub-process somebody begins it.
 */
export function gather(run: Run, join: ElementId, scope: ScopeId): void {
  const { kind, phase } = scopeOf(run, scope);
  if (kind === 'adHoc') {
    if (phase === 'ending') run.queue.push({ do: 'drained', scope });
    return;
  }
  const { startQuantity } = elementOf(run, scope, join);
  const waiting = run.arrivals.filter((arrival) => arrival.join === join && arrival.scope === scope);
  if (waiting.length >= startQuantity) fireJoin(run, { join, scope, taken: waiting.slice(0, startQuantity) });
}

/** Completion quantity: so many tokens go out over each flow that is taken. */
export const multiplied = ({ completionQuantity }: Element, flows: readonly Flow[]): readonly Flow[] =>
  completionQuantity === 1 ? flows : flows.flatMap((flow) => Array.from({ length: completionQuantity }, () => flow));
