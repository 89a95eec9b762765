import type { Said, Spot } from './change.ts';
import { alike } from './read.ts';
import { tellOther } from './say/other.ts';
import { TELLERS, TOLD_OF_NEW } from './tellers.ts';

const ORDER = [...TELLERS.keys()];

/** Everything that is to be said of one element that stands in both files: at least one sentence for each fact that differs. */
export function toldOfKept(at: Spot): readonly Said[] {
  const was = at.before.pieces.get(at.piece.id)?.facts ?? {};
  const now = at.after.pieces.get(at.piece.id)?.facts ?? {};
  const differing = Object.keys({ ...was, ...now }).filter((fact) => !SAID_BY_OTHERS.has(fact) && !alike(was[fact], now[fact]));
  return inOrder(differing).flatMap((fact) => {
    const told = TELLERS.get(fact)?.(was[fact], now[fact], at) ?? [];
    return told.length > 0 ? told : [tellOther(fact)];
  });
}

/** What there is to say of an element that is new. */
export function toldOfNew(at: Spot): readonly Said[] {
  const now = at.piece.facts;
  return inOrder(Object.keys(now).filter((fact) => TOLD_OF_NEW.has(fact))).flatMap(
    (fact) => TELLERS.get(fact)?.(undefined, now[fact], at) ?? [],
  );
}

/** Said by `#ends`. */
const SAID_BY_OTHERS = new Set(['sourceRef', 'targetRef']);

const placeOf = (fact: string): number => (ORDER.includes(fact) ? ORDER.indexOf(fact) : ORDER.length);
const inOrder = (facts: readonly string[]): readonly string[] => facts.toSorted((left, right) => placeOf(left) - placeOf(right));
