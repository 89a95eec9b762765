import type { Facts } from './facts.ts';
import { alike } from './read.ts';

/** Two lists of words beside each other, matched by a key. */
export interface Paired {
  readonly gone: readonly Facts[];
  readonly come: readonly Facts[];
  readonly kept: readonly { readonly was: Facts; readonly now: Facts }[];
  /** What stands in both stands in another order. */
  readonly reordered: boolean;
}

/** Matches what has the same key; a key that occurs again is matched by its turn. */
export function paired(was: readonly Facts[], now: readonly Facts[], keyOf: (one: Facts) => string): Paired {
  const [left, right] = [keyed(was, keyOf), keyed(now, keyOf)];
  const both = [...left.keys()].filter((key) => right.has(key));
  return {
    gone: [...left].flatMap(([key, one]) => (right.has(key) ? [] : [one])),
    come: [...right].flatMap(([key, one]) => (left.has(key) ? [] : [one])),
    kept: both.flatMap((key) => {
      const [before, after] = [left.get(key), right.get(key)];
      return before && after && !alike(before, after) ? [{ was: before, now: after }] : [];
    }),
    reordered: both.join('\n') !== [...right.keys()].filter((key) => left.has(key)).join('\n'),
  };
}

function keyed(all: readonly Facts[], keyOf: (one: Facts) => string): ReadonlyMap<string, Facts> {
  const turns = new Map<string, number>();
  return new Map(
    all.map((one) => {
      const key = keyOf(one);
      const turn = turns.get(key) ?? 0;
      turns.set(key, turn + 1);
      return [`${key} ${turn}`, one];
    }),
  );
}
