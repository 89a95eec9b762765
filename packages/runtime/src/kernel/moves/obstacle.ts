import type { VisitId } from '../../words/ids.ts';
import type { MoveObstacle } from '../stimulus.ts';
import { planOf, type Run } from '../run/run.ts';
import type { Lineage, Visited } from './lineage.ts';

/** Why no token can be put back where a visit was; undefined where it can. */
export function placeGone(run: Run, lineage: Lineage, visited: Visited | undefined): MoveObstacle | undefined {
  if (!visited || visited.state === 'open' || visited.state === 'parked' || visited.state === 'moved') return 'notCompleted';
  if (visited.state === 'interrupted' || visited.state === 'cancelled') return 'interrupted';
  const scope = run.scopes.get(visited.scope);
  if (!scope || (run.tokens.size === 0 && run.arrivals.length === 0)) return 'scopeFinished';
  // It was passed in another version, and this one does not have it.
  if (!planOf(run, scope.id).element(visited.element)) return 'branchCut';
  // Who stood in for a returner, and has handed back to them, has no place of their own.
  const stoodIn = visited.from.some((parent) => !lineage.visits.has(parent));
  return stoodIn || scope.phase === 'interrupted' ? 'branchCut' : undefined;
}

/**
 * Whether taking these visits back would leave something half undone: a visit that came of them and of something else, and is no join –
 * what a signal of theirs has interrupted or woken elsewhere cannot be put back.
 */
export const cutsElsewhere = (lineage: Lineage, taken: ReadonlySet<VisitId>, kept: ReadonlySet<VisitId>): boolean =>
  [...taken].some((visit) => {
    const visited = lineage.visits.get(visit);
    if (!visited || visited.state === 'joined' || kept.has(visit)) return false;
    return visited.from.some((parent) => !taken.has(parent));
  });
