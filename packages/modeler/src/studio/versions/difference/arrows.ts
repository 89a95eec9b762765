import type { Piece } from './piece.ts';
import type { Side } from './side.ts';

/** The elements at the two ends of an arrow. */
export function endsOf(piece: Piece | undefined): readonly [string | null, string | null] {
  const ends = piece?.facts['#ends'];
  const [from, to] = Array.isArray(ends) ? ends : [];
  return [typeof from === 'string' ? from.slice(1) : null, typeof to === 'string' ? to.slice(1) : null];
}

/** The arrows that leave an element, in the order in which their conditions are tried. */
export const leaving = (side: Side, element: string): readonly string[] =>
  flowsOf(side).flatMap((flow) => (endsOf(flow)[0] === element ? [flow.id] : []));

const flowsOf = (side: Side): readonly Piece[] => [...side.pieces.values()].filter((piece) => piece.type === 'sequenceFlow');

/** The nearest named steps before or after an element; what has no name is passed over. At most three. */
export function neighbours(side: Side, element: string, towards: 'before' | 'after'): readonly string[] {
  const flows = flowsOf(side);
  const seen = new Set([element]);
  const found: string[] = [];
  let edge = [element];
  while (edge.length > 0 && found.length < 3) {
    const next: string[] = [];
    for (const at of edge) {
      for (const flow of flows) {
        const [from, to] = endsOf(flow);
        const [here, there] = towards === 'before' ? [to, from] : [from, to];
        if (here !== at || there === null || seen.has(there)) continue;
        seen.add(there);
        if (side.pieces.get(there)?.name.zh) found.push(there);
        else next.push(there);
      }
    }
    edge = next;
  }
  return found.slice(0, 3);
}

/**
 * The new or removed element for which an arrow is there at all: one that begins or ends at it and says nothing of its own. The sentence
 * about that element says where it stands, so the arrow needs none. Undefined where the arrow is to be told of itself.
 */
export function carrierOf(before: Side, after: Side, arrow: string): string | undefined {
  const [was, now] = [before.pieces.get(arrow), after.pieces.get(arrow)];
  if (was && now) {
    const same = Object.keys({ ...was.facts, ...now.facts }).every(
      (fact) => ENDS.has(fact) || JSON.stringify(was.facts[fact]) === JSON.stringify(now.facts[fact]),
    );
    if (!same) return undefined;
  } else if (!isPlain(was ?? now)) return undefined;
  const isNew = endsOf(now).find((end) => end !== null && !before.pieces.has(end));
  const isGone = endsOf(was).find((end) => end !== null && !after.pieces.has(end));
  return isNew ?? isGone ?? undefined;
}

const ENDS = new Set(['#ends', 'sourceRef', 'targetRef']);
const isPlain = (arrow: Piece | undefined): boolean =>
  arrow !== undefined && Object.keys(arrow.facts).every((fact) => ENDS.has(fact) || fact.startsWith('#'));
