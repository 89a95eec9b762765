import type { Pass } from '../../../ports/executor.ts';
import type { VisitId } from '../../../words/ids.ts';
import type { Step } from '../step/step.ts';

/** A visit as the trail and the case together know it; those taken back are forgotten. */
export interface Visited extends Omit<Pass, 'closed'> {
  readonly state: Exclude<Pass['closed'], 'takenBack'> | 'open';
}

/** Who came from whom. */
export interface Lineage {
  readonly visits: ReadonlyMap<VisitId, Visited>;
  ancestors(visit: VisitId): ReadonlySet<VisitId>;
  /** Without the visit itself. */
  descendants(visit: VisitId): ReadonlySet<VisitId>;
}

/** Reads the lineage of all visits; costs as much as the trail is long. */
export function lineageOf(step: Step, trail: readonly Pass[]): Lineage {
  const visits = new Map<VisitId, Visited>();
  for (const { closed, ...pass } of trail) {
    if (closed === 'takenBack') visits.delete(pass.visit);
    else visits.set(pass.visit, { ...pass, state: closed });
  }
  for (const { visit, element, scope, from, joined } of step.visits.values()) {
    if (!joined) visits.set(visit, { visit, element, scope, from, state: 'open' });
  }
  const children = new Map<VisitId, VisitId[]>();
  for (const { visit, from } of visits.values()) for (const parent of from) children.set(parent, [...(children.get(parent) ?? []), visit]);
  return {
    visits,
    ancestors: (visit) => reach(visits.get(visit)?.from ?? [], (one) => visits.get(one)?.from ?? []),
    descendants(visit) {
      const found = reach(children.get(visit) ?? [], (one) => children.get(one) ?? []);
      found.delete(visit);
      return found;
    },
  };
}

function reach(first: readonly VisitId[], next: (visit: VisitId) => readonly VisitId[]): Set<VisitId> {
  const found = new Set<VisitId>();
  const open = [...first];
  for (let visit = open.pop(); visit; visit = open.pop()) {
    if (found.has(visit)) continue;
    found.add(visit);
    open.push(...next(visit));
  }
  return found;
}
