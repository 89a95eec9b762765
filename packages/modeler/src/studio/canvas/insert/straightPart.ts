import { isOf, type Box, type Drawn, type Point } from '../services.ts';
import { allWithin, poolOrRoot } from './makeRoom.ts';

/** A straight part of an arrow, and what of it lies in one lane. */
export interface StraightPart {
  readonly index: number;
  readonly axis: 'x' | 'y';
  readonly from: Point;
  readonly to: Point;
  readonly lane: Drawn | undefined;
  /** From where to where it can be used, along its axis. */
  readonly low: number;
  readonly high: number;
}

/** The parts of an arrow in one lane; without a lane all of them, as long as they are. */
export function partsOf(arrow: Drawn, lane: Drawn | undefined): readonly StraightPart[] {
  const points = arrow.waypoints ?? [];
  return points.slice(1).flatMap((to, index): StraightPart[] => {
    const from = points[index];
    if (!from) return [];
    const axis = Math.abs(to.x - from.x) >= Math.abs(to.y - from.y) ? 'x' : 'y';
    const part = { index, axis, from, to, lane, low: Math.min(from[axis], to[axis]), high: Math.max(from[axis], to[axis]) } as const;
    if (!lane) return [part];
    if (axis === 'x') return from.y > lane.y && from.y < lane.y + lane.height ? [part] : [];
    const [low, high] = [Math.max(part.low, lane.y), Math.min(part.high, lane.y + lane.height)];
    return low < high ? [{ ...part, low, high }] : [];
  });
}

/** The part that somebody points at; the longest in its lane where nobody does. */
export function partAt(
  arrow: Drawn,
  { lane, at }: { readonly lane: Drawn | undefined; readonly at: Point | undefined },
): StraightPart | undefined {
  const parts = partsOf(arrow, lane);
  const fit = (part: StraightPart): number => (at ? distance(part, at) : part.low - part.high);
  return parts.toSorted((one, other) => fit(one) - fit(other))[0];
}

function distance({ from, to }: StraightPart, at: Point): number {
  const off = (axis: 'x' | 'y'): number =>
    Math.max(Math.min(from[axis], to[axis]) - at[axis], at[axis] - Math.max(from[axis], to[axis]), 0);
  return off('x') + off('y');
}

/** The lane, without lanes in it, in which a point lies. */
export const laneAt = (within: Drawn, at: Point): Drawn | undefined =>
  allWithin(poolOrRoot(within)).find(
    (element) => isOf(element, 'bpmn:Lane') && !element.children?.some((child) => isOf(child, 'bpmn:Lane')) && holds(element, at),
  );

const holds = ({ x, y, width, height }: Box, at: Point): boolean => at.x >= x && at.x <= x + width && at.y >= y && at.y <= y + height;
