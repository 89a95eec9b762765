import type { Plan } from '../plan/plan.ts';
import type { ElementId } from '../words/ids.ts';

/**
 * Elements to which no circle leads: in any run tokens come there a bounded number of times, so that what is done there can never be part of
 * going round for ever. What may be begun again at any time counts as a circle: reminders, loops, items, event and ad-hoc sub-processes.
 */
export function onceOnly(plan: Plan): ReadonlySet<ElementId> {
  const { elements } = plan.process;
  const left = new Map<ElementId, number>(elements.map(({ id }) => [id, 0]));
  const behind = new Map<ElementId, readonly ElementId[]>();
  for (const element of elements) {
    const next = [
      ...plan.outgoing(element.id).map(({ to }) => to),
      ...plan.boundaries(element.id).map(({ id }) => id),
      ...plan.inside(element.id).map(({ id }) => id),
      ...(element.type === 'intermediateThrowEvent' ? plan.linkTargets(element.id).map(({ id }) => id) : []),
    ];
    behind.set(element.id, next);
    for (const one of next) left.set(one, (left.get(one) ?? 0) + 1);
  }
  const again = elements.filter(
    ({ interrupting, loop, many, eventSubProcess, adHoc }) => interrupting === false || loop || many || eventSubProcess || adHoc,
  );
  for (const { id } of again) left.set(id, (left.get(id) ?? 0) + 1);
  const found = new Set<ElementId>();
  const open = elements.flatMap(({ id }) => (left.get(id) === 0 ? [id] : []));
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    found.add(id);
    for (const one of behind.get(id) ?? []) {
      const count = (left.get(one) ?? 0) - 1;
      left.set(one, count);
      if (count === 0) open.push(one);
    }
  }
  return found;
}
