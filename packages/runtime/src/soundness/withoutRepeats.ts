import type { Compensable, Marking } from '../kernel/marking.ts';
import { compensableKey } from '../kernel/markingKey.ts';

/** What can be undone more often than so is undone as often as if it could be undone so many times. */
const ENOUGH = 2;

/**
 * Forgets that something can be undone more than twice in a scope, as it comes to when a step is done again and again: each time would else
 * be a state of its own, without end. The later ones are kept.
 */
export function withoutRepeats(marking: Marking): Marking {
  const { undoable } = marking;
  if (undoable.length <= ENOUGH) return marking;
  const seen = new Map<string, number>();
  const kept = undoable.toReversed().filter((one) => {
    const key = `${one.scope} ${compensableKey(one)}`;
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return times <= ENOUGH || isHost(one, undoable);
  });
  return kept.length === undoable.length ? marking : { ...marking, undoable: kept.reverse() };
}

/** What came of its border is undone before it, so it stays. */
const isHost = ({ visit }: Compensable, all: readonly Compensable[]): boolean => all.some(({ beside }) => beside === visit);
