import type { ElementType } from '../../diagram/model.ts';
import type { ElementId, VisitId } from '../../words/ids.ts';
import { planOf, type Run } from '../run/run.ts';
import type { MoveChoice } from '../stimulus.ts';
import type { Lineage, Visited } from './lineage.ts';
import { returnObstacle, TARGETS } from './return.ts';
import { keeping, redoing } from './siblings.ts';

/** Where an open task may send the case back to, newest first. A step done several times is offered once, as it was done last. */
export function returnChoices(run: Run, lineage: Lineage, from: VisitId): readonly MoveChoice[] {
  const found = new Map<string, MoveChoice>();
  for (const visited of [...lineage.visits.values()].reverse()) {
    const { visit, element, scope, state } = visited;
    const step = `${scope} ${element}`;
    // Going straight back leaves a newer visit that nothing came of: the older one behind it counts.
    if (
      state === 'open' ||
      state === 'parked' ||
      state === 'moved' ||
      state === 'joined' ||
      found.get(step)?.legal ||
      !isStep(run, visited)
    )
      continue;
    const reason = returnObstacle(run, lineage, { from, to: visit, siblings: 'keep', straight: false });
    const takesBack = reason ? [] : besides(run, lineage, visit);
    if (reason && found.has(step)) continue;
    found.set(step, { move: 'return', visit, element, legal: reason === undefined, ...(reason ? { reason } : {}), takesBack });
  }
  return [...found.values()];
}

/** Steps of people in the branches beside, which a redo would take back. */
function besides(run: Run, lineage: Lineage, target: VisitId): readonly VisitId[] {
  const kept = keeping(lineage, target).taken;
  return [...redoing(lineage, target).taken].filter((visit) => {
    const visited = lineage.visits.get(visit);
    return visited && !kept.has(visit) && PEOPLE.has(typeOf(run, visited) ?? 'task');
  });
}

const PEOPLE: ReadonlySet<ElementType> = new Set(['userTask', 'manualTask']);

/** Inside a finished scope only people's own steps are worth naming, as not to be had. */
function isStep(run: Run, visited: Visited): boolean {
  const type = typeOf(run, visited);
  return type !== undefined && (run.scopes.has(visited.scope) ? TARGETS : PEOPLE).has(type);
}

function typeOf(run: Run, { element, scope }: Visited): ElementType | undefined {
  if (run.scopes.has(scope)) return planOf(run, scope).element(element)?.type;
  return run.scopes
    .values()
    .map(({ id: live }) => typeIn(run, live, element))
    .find((type) => type !== undefined);
}

const typeIn = (run: Run, scope: Parameters<typeof planOf>[1], element: ElementId): ElementType | undefined =>
  planOf(run, scope).element(element)?.type;
