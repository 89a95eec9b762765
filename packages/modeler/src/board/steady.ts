import type { TaskCard } from '@guicheng/server/contract';

/** A card as it stands on the board: `gone` when it has left the list while the hands were on it. */
export interface Standing {
  readonly task: TaskCard;
  readonly gone: boolean;
}

/**
 * What the board shows next. While the hands are on it nothing moves: who stood there stays where they stood, what has left is greyed in
 * its place, what is new comes last. When the hands rest, the list is as it was read.
 */
export function steady(shown: readonly Standing[], read: readonly TaskCard[], held: boolean): readonly Standing[] {
  if (!held || shown.length === 0) return read.map((task) => ({ task, gone: false }));
  const now = new Map(read.map((task) => [task.id, task]));
  const stood = new Set(shown.map(({ task }) => task.id));
  return [
    ...shown.map(({ task }): Standing => {
      const next = now.get(task.id);
      // Its column is that of the deadline it had: a card that changes columns moves.
      return next ? { task: { ...next, due: sameColumn(task, next) ? next.due : task.due }, gone: false } : { task, gone: true };
    }),
    ...read.filter((task) => !stood.has(task.id)).map((task) => ({ task, gone: false })),
  ];
}

const sameColumn = (one: TaskCard, other: TaskCard): boolean => one.due?.state === other.due?.state;

/** The ids that are new or say something else than before: what is marked for three seconds. */
export function changed(before: readonly TaskCard[], now: readonly TaskCard[]): readonly string[] {
  const known = new Map(before.map((task) => [task.id, said(task)]));
  return now.filter((task) => known.get(task.id) !== said(task)).map((task) => task.id);
}

/** What a person would see change; the words of a deadline change by themselves. */
const said = (task: TaskCard): string =>
  JSON.stringify([task.title, task.number, task.takenBy?.id, task.returned, task.due?.at, task.state, task.seats.map((seat) => seat.seat)]);
