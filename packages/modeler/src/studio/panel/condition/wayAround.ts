import type { Drawn } from '../../file/moddle.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** How far below the steps a way back runs, in the diagram's units. */
const BELOW = 30;

/** A way back to a step on the same height runs below what stands between, not through it; any other way is laid out as always. */
export function wayAround(from: Drawn & Partial<Box>, to: Drawn & Partial<Box>): { readonly waypoints?: readonly Point[] } {
  if (!isBox(from) || !isBox(to)) return {};
  const [start, end] = [from, to].map(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height, middle: y + height / 2 }));
  if (!start || !end || to.x + to.width > from.x || Math.abs(start.middle - end.middle) > to.height) return {};
  const y = Math.max(start.y, end.y) + BELOW;
  return {
    waypoints: [
      { x: start.x, y: start.y },
      { x: start.x, y },
      { x: end.x, y },
      { x: end.x, y: end.y },
    ],
  };
}

interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

const isBox = (drawn: Partial<Box>): drawn is Box =>
  [drawn.x, drawn.y, drawn.width, drawn.height].every((side) => typeof side === 'number');
