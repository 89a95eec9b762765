import type { MoveObstacle } from '../../../ports/executor.ts';
import type { VisitId } from '../../../words/ids.ts';
import type { Step } from '../step/step.ts';
import type { Lineage, Visited } from './lineage.ts';

/** Why no token can be put back where a visit was; undefined where it can. */
export function placeGone(step: Step, lineage: Lineage, visited: Visited | undefined): MoveObstacle | undefined {
  if (!visited || visited.state === 'open') return 'notCompleted';
  if (visited.state === 'interrupted' || visited.state === 'cancelled') return 'interrupted';
  const scope = step.scopes.get(visited.scope);
  if (!scope || (step.visits.size === 0 && step.arrivals.length === 0)) return 'scopeFinished';
  const stoodIn = visited.from.some((parent) => !lineage.visits.has(parent));
  return stoodIn || scope.phase === 'interrupted' ? 'branchCut' : undefined;
}

/** Whether taking these back would leave something half undone: a visit that came of them and of something else, and is no join. */
export const cutsElsewhere = (lineage: Lineage, taken: ReadonlySet<VisitId>, target: VisitId): boolean =>
  [...taken].some((visit) => {
    const visited = lineage.visits.get(visit);
    if (!visited || visited.state === 'joined' || visit === target) return false;
    return visited.from.some((parent) => !taken.has(parent));
  });
