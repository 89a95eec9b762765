import type { Text } from '@guicheng/runtime/model';
import { carrierOf, endsOf, leaving, neighbours } from './arrows.ts';
import type { Names, Said, Spot } from './change.ts';
import { concernedBy, type Concerned } from './concerned.ts';
import type { Found, Line, Mark } from './found.ts';
import { groupsOf, type Part } from './groups.ts';
import { kindOf } from './kindOf.ts';
import type { Moddle } from './moddle.ts';
import type { Piece } from './piece.ts';
import { en, row, said } from './sentence.ts';
import { sideOf, type Side } from './side.ts';
import { toldOfKept, toldOfNew } from './told.ts';
import { touchedIn } from './touched.ts';

/** What changed from one file to another. */
export interface Difference {
  readonly parts: readonly Part[];
  /** Elements that are only drawn elsewhere or otherwise. */
  readonly moved: readonly string[];
  /** Elements of which the file says the same in other words: a default that is written out. */
  readonly respelt: readonly string[];
  readonly marks: { readonly [mark in Mark]: readonly string[] };
  /** Those among the marked that hold others – pools and lanes –: painted over, they would hide what they hold. */
  readonly frames: readonly string[];
  /** Whose steps changed, now or before. */
  readonly concerned: readonly Concerned[];
  /** Whose steps there are in the new file. */
  readonly everybody: readonly Concerned[];
}

/** Whether there is anything to say at all. */
export const isSame = ({ parts, moved, respelt }: Difference): boolean => parts.length + moved.length + respelt.length === 0;

/** Everything that changed between two files, in words. A hundred milliseconds for a large one, most of it in bpmn-js-differ. */
export function differenceOf(before: Moddle, after: Moddle, names: Names): Difference {
  const [was, now] = [sideOf(before), sideOf(after)];
  const found = everything(was, now).flatMap((piece) => lookAt(piece, { before: was, after: now, names }));
  const touched = touchedIn(before, after);
  const told = new Set(found.flatMap((one) => one.lines.flatMap((line) => line.elements)));
  for (const one of found) told.add(one.piece.id);
  const isTold = (element: string): boolean => {
    const process = now.pieces.get(element)?.process;
    return (
      told.has(element) ||
      (now.pieces.get(element)?.type === 'participant' && process !== null && process !== undefined && told.has(process))
    );
  };
  const isKept = (element: string): boolean => was.pieces.has(element) && now.pieces.has(element);
  const moved = [...touched.moved].filter((element) => isKept(element) && !told.has(element));
  const marked = (mark: Mark): readonly string[] => [
    ...new Set(
      found.flatMap((one) => [
        ...(one.mark === mark ? [one.piece.id] : []),
        ...one.lines.flatMap((line) => carriedAs(line, mark, { was, now })),
      ]),
    ),
  ];
  return {
    parts: groupsOf(found, was, now),
    moved,
    respelt: [...new Set([...touched.changed, ...respelt(was, now)])].filter(
      (element) => isKept(element) && !isTold(element) && !moved.includes(element),
    ),
    marks: {
      added: marked('added'),
      removed: marked('removed'),
      changed: marked('changed').filter((element) => isKept(element)),
      moved: moved.filter((element) => now.pieces.get(element)?.isStep),
    },
    frames: found.flatMap(({ piece }) =>
      /^(lane|participant|subProcess|transaction|adHocSubProcess)$/.test(piece.type) ? [piece.id] : [],
    ),
    concerned: concernedBy(
      found.map((one) => one.piece),
      [now, was],
      names,
    ),
    everybody: concernedBy([...now.pieces.values()], [now], names),
  };
}

/** What writes other defaults out than before. */
const respelt = (was: Side, now: Side): readonly string[] =>
  [...now.pieces.values()].filter(({ id, spelled }) => was.pieces.has(id) && was.pieces.get(id)?.spelled !== spelled).map(({ id }) => id);

/** Arrows that came, went or turned with an element are marked as what they themselves are. */
function carriedAs(line: Line, mark: Mark, { was, now }: { readonly was: Side; readonly now: Side }): readonly string[] {
  return line.elements.slice(1).filter((element) => {
    if (!was.pieces.has(element)) return mark === 'added';
    return now.pieces.has(element) ? mark === 'changed' : mark === 'removed';
  });
}

/** What stands in either, in the order of the new file, with what is gone at its end. */
const everything = (was: Side, now: Side): readonly Piece[] => [
  ...now.pieces.values(),
  ...[...was.pieces.values()].filter((piece) => !now.pieces.has(piece.id)),
];

type Looking = Pick<Spot, 'before' | 'after' | 'names'>;

function lookAt(piece: Piece, looking: Looking): readonly Found[] {
  const { before, after } = looking;
  const isArrow = endsOf(piece).some((end) => end !== null);
  if (isArrow && carrierOf(before, after, piece.id) !== undefined) return [];
  const at: Spot = { ...looking, piece, isNew: !before.pieces.has(piece.id) };
  if (at.isNew) return [found('added', at, { says: [cameOrWent(at, 'added'), ...toldOfNew(at)], carries: carriedBy(piece, looking) })];
  if (!after.pieces.has(piece.id)) return [found('removed', at, { says: [cameOrWent(at, 'removed')], carries: carriedBy(piece, looking) })];
  const lines = [...toldOfKept(at), ...orderOf(at)];
  return lines.length === 0 ? [] : [found('changed', at, { says: lines, carries: [] })];
}

/** What was found of an element; its first sentence also carries arrows. */
const found = (at: Mark, { piece }: Spot, told: { readonly says: readonly Said[]; readonly carries: readonly string[] }): Found => ({
  piece,
  mark: at,
  lines: told.says.map((line, index) => ({ ...line, mark: at, elements: index === 0 ? [piece.id, ...told.carries] : [piece.id] })),
});

/** The arrows that need no sentence of their own beside this one. */
const carriedBy = (piece: Piece, { before, after }: Looking): readonly string[] =>
  everything(before, after)
    .filter((other) => endsOf(other).some((end) => end !== null) && carrierOf(before, after, other.id) === piece.id)
    .filter((arrow) => JSON.stringify(before.pieces.get(arrow.id)?.facts) !== JSON.stringify(after.pieces.get(arrow.id)?.facts))
    .map((arrow) => arrow.id);

function cameOrWent(at: Spot, mark: 'added' | 'removed'): Said {
  const side = mark === 'added' ? at.after : at.before;
  const kind = kindOf(at.piece.type);
  const name = whatIs(at.piece, side);
  const place = whereabouts(at.piece, side);
  const bpmn = at.piece.type;
  return mark === 'added'
    ? { ...said(mark, { zh: `增加了${kind.zh}${name.zh}${place.zh}`, en: `New ${kind.en} ${en(name)}${place.en}` }), bpmn }
    : { ...said(mark, { zh: `删去了${kind.zh}${name.zh}${place.zh}`, en: `Removed ${kind.en} ${en(name)}${place.en}` }), bpmn };
}

function whatIs(piece: Piece, side: Side): Text {
  const [from, to] = endsOf(piece);
  if (from !== null && to !== null) {
    const [start, end] = [side.called(from), side.called(to)];
    const own = piece.name.zh === '' ? { zh: '', en: '' } : { zh: `${side.called(piece.id).zh}，`, en: `${en(side.called(piece.id))}, ` };
    return { zh: `${own.zh}${start.zh}→${end.zh}`, en: `${own.en}${en(start)} → ${en(end)}` };
  }
  return piece.name.zh === '' ? { zh: '（未命名）', en: '(no name)' } : side.called(piece.id);
}

/** Between which steps it stands. */
function whereabouts(piece: Piece, side: Side): { readonly zh: string; readonly en: string } {
  if (!piece.isStep) return { zh: '', en: '' };
  const before = row(neighbours(side, piece.id, 'before').map(side.called));
  const after = row(neighbours(side, piece.id, 'after').map(side.called));
  const zh = [before.zh ? `在${before.zh}之后` : '', after.zh ? `${before.zh ? '' : '在'}${after.zh}之前` : ''].filter(Boolean).join('、');
  const english = [before.en ? `after ${before.en}` : '', after.en ? `before ${after.en}` : ''].filter(Boolean).join(', ');
  return zh === '' ? { zh: '', en: '' } : { zh: `（${zh}）`, en: ` (${english})` };
}

/** Conditions are tried in the order of the arrows. */
function orderOf({ piece, before, after }: Spot): readonly Said[] {
  const [was, now] = [leaving(before, piece.id), leaving(after, piece.id)];
  const kept = (these: readonly string[], those: readonly string[]): string => these.filter((one) => those.includes(one)).join(' ');
  return kept(was, now) === kept(now, was)
    ? []
    : [said('order', { zh: '后面各条去路的判断先后有变化', en: 'The ways on are tried in another order' })];
}
