import type { Text } from '@guicheng/runtime/model';
import type { Names } from './change.ts';
import type { Piece } from './piece.ts';
import { textOf, wordsOf } from './read.ts';
import { whoDoes } from './say/who.ts';
import type { Side } from './side.ts';

/** Somebody whose steps changed: a post, or a way of finding people where no post is named. */
export interface Concerned {
  readonly post: string | null;
  readonly who: Text;
  readonly steps: readonly { readonly element: string; readonly name: Text }[];
}

/** Whose steps these are, by the given sides of the comparison: who does them, in the order in which they first come. */
export function concernedBy(pieces: readonly Piece[], sides: readonly Side[], names: Names): readonly Concerned[] {
  const all = new Map<string, Concerned>();
  for (const piece of pieces) {
    if (!/^(task|userTask|manualTask)$/.test(piece.type)) continue;
    const step = { element: piece.id, name: piece.name };
    for (const side of sides) {
      const here = side.pieces.get(piece.id);
      const who = here && whoDoes(here, side, names);
      if (!who) continue;
      const post = postOf(here, side);
      const key = post ?? who.zh;
      const known = all.get(key) ?? {
        post,
        who: post === null ? who : (names.posts.find((one) => one.id === post)?.name ?? who),
        steps: [],
      };
      if (!known.steps.some((one) => one.element === piece.id)) all.set(key, { ...known, steps: [...known.steps, step] });
    }
  }
  return [...all.values()];
}

/** The post that is named for a step, by itself or by its lane; null where people are found in another way. */
function postOf(piece: Piece, side: Side): string | null {
  const own = wordsOf(piece.facts, 'gc:Assignment')[0];
  if (own) return textOf(own, 'kind') === '' ? textOf(own, 'post') || null : null;
  const lane = piece.lane === null ? undefined : wordsOf(side.pieces.get(piece.lane)?.facts, 'gc:Post')[0];
  return lane ? textOf(lane, 'key') || null : null;
}
