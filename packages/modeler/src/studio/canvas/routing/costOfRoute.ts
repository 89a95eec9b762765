import { boxesAlong } from '../geometry/boxesAlong.ts';
import { middleOf, type Box, type Point } from '../services.ts';

/** What a way has to do with. */
export interface Ground {
  readonly source: Box;
  readonly target: Box;
  /** Steps, events and gateways beside these two. */
  readonly shapes: readonly Box[];
  readonly names: readonly Box[];
  readonly arrows: readonly (readonly Point[])[];
  /** What it should stay in. */
  readonly within: Box | undefined;
}

/** From here on something is wrong with a way: it runs through something, or on top of another arrow. */
export const WRONG = 400;

const NEAR = 6;

/** How bad a way is: its length, its corners, and far more where it runs through something. In the diagram's units. */
export function costOfRoute(route: readonly Point[], { source, target, shapes, names, arrows, within }: Ground): number {
  const parts = boxesAlong(route);
  const last = parts.length - 1;
  const through = (boxes: readonly Box[], away: number): number =>
    boxes.filter((box) => parts.some((part) => touch(part, grown(box, away)))).length;
  const itself = parts.filter((part, index) => (index > 0 && touch(part, source)) || (index < last && touch(part, target))).length;
  const outside = within ? route.filter((point) => !touch({ ...point, width: 0, height: 0 }, grown(within, -NEAR))).length : 0;
  const others = arrows.flatMap(boxesAlong);
  const along = parts.reduce((sum, part) => sum + others.filter((other) => runsAlong(part, other)).length, 0);
  const across = parts.reduce((sum, part) => sum + others.filter((other) => touch(part, other)).length, 0);
  const length = parts.reduce((sum, { width, height }) => sum + width + height, 0);
  const off = away(route[0], middleOf(source)) + away(route.at(-1), middleOf(target));
  return (
    length +
    off * 2 +
    last * 25 +
    across * 120 +
    (along + through(names, 0) * 2) * WRONG +
    (through(shapes, NEAR) + itself + outside) * 25 * WRONG
  );
}

const away = (one: Point | undefined, other: Point): number => (one ? Math.min(Math.abs(one.x - other.x), Math.abs(one.y - other.y)) : 0);

/** Whether two parts lie on top of each other for a while. */
function runsAlong(one: Box, other: Box): boolean {
  const flat = one.width > one.height;
  if (flat !== other.width > other.height) return false;
  const off = flat ? Math.abs(one.y - other.y) : Math.abs(one.x - other.x);
  const shared = flat
    ? Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
    : Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return off < NEAR && shared > NEAR;
}

const grown = ({ x, y, width, height }: Box, by: number): Box => ({ x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by });

const touch = (one: Box, other: Box): boolean =>
  one.x <= other.x + other.width && other.x <= one.x + one.width && one.y <= other.y + other.height && other.y <= one.y + one.height;
