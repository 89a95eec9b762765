import type { Text } from '@guicheng/runtime/model';
import { endsOf } from './arrows.ts';
import type { Found, Line, Mark } from './found.ts';
import type { Piece } from './piece.ts';
import type { Side } from './side.ts';

/** What is said of one element and the arrows that leave it. */
export interface Group {
  readonly element: string;
  readonly type: string;
  /** In quotes; what it is where it has no name. */
  readonly name: Text;
  readonly mark: Mark;
  readonly lines: readonly Line[];
}

/** What is said of one process; null: of what stands between the processes, or of the file. */
export interface Part {
  readonly process: string | null;
  readonly name: Text | null;
  readonly groups: readonly Group[];
}

/** Sorts what was found by process, then by element; an arrow stands with the step that it leaves. */
export function groupsOf(found: readonly Found[], before: Side, after: Side): readonly Part[] {
  const parts = new Map<string | null, Map<string, Group>>();
  const pieceOf = (element: string): Piece | undefined => after.pieces.get(element) ?? before.pieces.get(element);
  for (const { piece, mark, lines } of found) {
    const [start] = endsOf(piece);
    const home = (start === null ? undefined : pieceOf(start)) ?? piece;
    const groups = parts.get(piece.process) ?? new Map<string, Group>();
    parts.set(piece.process, groups);
    const old = groups.get(home.id);
    const side = after.pieces.has(home.id) ? after : before;
    const isOwn = home.id === piece.id;
    groups.set(home.id, {
      element: home.id,
      type: home.type,
      name: side.called(home.id),
      mark: isOwn ? mark : (old?.mark ?? 'changed'),
      lines: isOwn ? [...lines, ...(old?.lines ?? [])] : [...(old?.lines ?? []), ...lines.map((line) => aboutArrow(line, piece, side))],
    });
  }
  return [...parts]
    .map(
      ([process, groups]): Part => ({
        process,
        name: process === null ? null : (pieceOf(process)?.name ?? { zh: process }),
        groups: [...groups.values()],
      }),
    )
    .toSorted((left, right) => Number(left.process === null) - Number(right.process === null));
}

/** A sentence about an arrow names it, as it stands among those about its step. */
function aboutArrow(line: Line, arrow: Piece, side: Side): Line {
  if (line.change === 'added' || line.change === 'removed') return line;
  const [, to] = endsOf(arrow);
  const target = to === null ? undefined : side.called(to);
  if (!target) return line;
  const name = arrow.name.zh === '' ? target : side.called(arrow.id);
  return {
    ...line,
    says: {
      zh: arrow.name.zh === '' ? `去${name.zh}的连线，${line.says.zh}` : `连线${name.zh}，${line.says.zh}`,
      en: `Arrow ${arrow.name.zh === '' ? 'to ' : ''}${name.en ?? name.zh}: ${line.says.en ?? line.says.zh}`,
    },
  };
}
