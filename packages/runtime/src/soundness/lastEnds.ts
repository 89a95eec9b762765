import type { Plan } from '../plan/plan.ts';
import type { ElementId } from '../words/ids.ts';

/**
 * The ends that one run of a process or sub-process comes to once at most. Where a reminder beside something leads, a run may come as
 * often as there are reminders, and an event sub-process is a run of its own each time.
 */
export function lastEnds(plan: Plan): ReadonlySet<ElementId> {
  const beside = new Set<ElementId>();
  const open = plan.process.elements
    .filter(({ type, interrupting }) => type === 'boundaryEvent' && interrupting === false)
    .map(({ id }) => id);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (beside.has(id)) continue;
    beside.add(id);
    open.push(...plan.outgoing(id).map(({ to }) => to), ...plan.linkTargets(id).map((target) => target.id));
  }
  const ends = plan.process.elements.filter(({ id, type, triggers, parent }) => {
    const around = parent === null ? undefined : plan.element(parent);
    return type === 'endEvent' && !beside.has(id) && !around?.eventSubProcess && triggers.every(({ kind }) => kind !== 'error');
  });
  return new Set(ends.map(({ id }) => id));
}
