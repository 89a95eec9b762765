import type { CaseCard, Text } from '@guicheng/server/contract';

/** One step at which a case stands, with everybody who has a task of it. */
export interface Standpoint {
  readonly element: string;
  readonly step: Text;
  /** How many open tasks: several where many do the same step at once. */
  readonly tasks: number;
  readonly holders: readonly Text[];
  readonly since: string;
}

/** The open tasks of a case by their step: who has it, each named once, since the first of them came. */
export function whereItStands(open: CaseCard['open']): readonly Standpoint[] {
  const places = new Map<string, Standpoint>();
  for (const task of open) {
    const before = places.get(task.element);
    const names = task.takenBy ? [task.takenBy.name] : task.seats.map((seat) => seat.name);
    const holders = [...(before?.holders ?? []), ...names];
    places.set(task.element, {
      element: task.element,
      step: task.step,
      tasks: (before?.tasks ?? 0) + 1,
      holders: [...new Map(holders.map((name) => [name.zh, name])).values()],
      since: before && before.since < task.since ? before.since : task.since,
    });
  }
  return [...places.values()];
}
