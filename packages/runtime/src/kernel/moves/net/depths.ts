import type { Plan } from '../../../plan/plan.ts';
import type { ElementId } from '../../../words/ids.ts';
import { goesTo } from './goesTo.ts';
import { elementAt, joinOf } from './spot.ts';

const known = new WeakMap<Plan, ReadonlyMap<ElementId, number>>();

/** How far from where tokens begin each element lies; worked out once, when first asked. */
export function depthsOf(plan: Plan): ReadonlyMap<ElementId, number> {
  const depths = known.get(plan) ?? measured(plan);
  known.set(plan, depths);
  return depths;
}

function measured(plan: Plan): ReadonlyMap<ElementId, number> {
  const depths = new Map<ElementId, number>();
  const open = plan.process.elements.filter((element) => element.incoming.length === 0 && !element.attachedTo).map(({ id }) => id);
  for (const id of open) depths.set(id, 0);
  for (let index = 0; index < open.length; index += 1) {
    const id = open[index];
    for (const spot of id === undefined ? [] : goesTo(plan, id).flat()) {
      const next = joinOf(plan, spot) ?? elementAt(spot);
      if (id === undefined || depths.has(next)) continue;
      depths.set(next, (depths.get(id) ?? 0) + 1);
      open.push(next);
    }
  }
  return depths;
}
