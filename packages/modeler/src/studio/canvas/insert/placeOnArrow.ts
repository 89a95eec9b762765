import { boxesAlong } from '../geometry/boxesAlong.ts';
import { overlap } from '../geometry/overlap.ts';
import { isOf, middleOf, type Box, type Drawn, type Injector, type Point } from '../services.ts';
import { allWithin, makeRoom, poolOrRoot } from './makeRoom.ts';
import { laneAt, partAt, type StraightPart } from './straightPart.ts';

/** What is to stand on which arrow; `at` is where somebody pointed. */
export interface Standing {
  readonly shape: Drawn;
  readonly arrow: Drawn;
  readonly at?: Point | undefined;
}

/** The middle of something that stands on an arrow, and after which of the arrow's points. */
export interface Place {
  readonly middle: Point;
  readonly index: number;
}

/** Free space between a new step and what is before and behind it, and from the edge of a lane, in the diagram's units. */
const GAP = 50;
const EDGE = 20;
/** Free space beside it. */
const BESIDE = 10;

/**
 * Where a shape stands on an arrow, in the lane that was pointed at, or in that of the step before. Where it would touch something, what is behind makes
 * room, to the right or downwards; that changes the diagram. Undefined where the arrow has no part in that lane.
 */
export function placeOnArrow(injector: Injector, standing: Standing): Place | undefined {
  const { arrow, shape, at } = standing;
  const lane = laneAt(arrow, at ?? middleOf(arrow.source?.host ?? arrow.source ?? shape));
  const found = (): StraightPart | undefined => partAt(arrow, { lane, at }) ?? partAt(arrow, { lane: undefined, at });
  for (const last of [false, false, true]) {
    const part = found();
    if (!part) return undefined;
    const [low, high] = spanOf(part, standing);
    const middle = freeMiddle(part, { standing, low, high, whatever: last });
    if (middle !== undefined) return { middle: pointOn(part, middle), index: part.index };
    const lacking = low - high;
    makeRoom(injector, {
      within: poolOrRoot(arrow),
      axis: part.axis,
      at: lineThrough(part, arrow),
      by: Math.ceil(lacking > 0 ? lacking : sizeOf(shape, part) + 2 * BESIDE),
    });
  }
  return undefined;
}

/** Between which points its middle can be; the lower above the higher by as much as room is lacking. */
function spanOf(part: StraightPart, { shape, arrow }: Standing): readonly [low: number, high: number] {
  const half = sizeOf(shape, part) / 2;
  const forth = part.from[part.axis] <= part.to[part.axis];
  const ends = forth ? [part.from, part.to] : [part.to, part.from];
  const gap = (bound: number, end: Point | undefined): number => (bound === end?.[part.axis] ? GAP : EDGE);
  const forLabel = part.index === 0 && arrow.label ? (part.axis === 'x' ? arrow.label.width : arrow.label.height) + EDGE : 0;
  return [
    part.low + half + Math.max(gap(part.low, ends[0]), forth ? forLabel : 0),
    part.high - half - Math.max(gap(part.high, ends[1]), forth ? 0 : forLabel),
  ];
}

interface Search {
  readonly standing: Standing;
  readonly low: number;
  readonly high: number;
  /** Takes what is wanted most, though something may be touched. */
  readonly whatever: boolean;
}

/** The free place nearest to where it is wanted, along the part. */
function freeMiddle(part: StraightPart, { standing: { shape, arrow, at }, low, high, whatever }: Search): number | undefined {
  const wanted = Math.max(low, Math.min(at?.[part.axis] ?? (low + high) / 2, high));
  if (low > high + 0.5) return whatever ? (low + high) / 2 : undefined;
  const taken = obstacles(arrow, { shape, axis: part.axis });
  const isFree = (middle: number): boolean => {
    const { x, y } = pointOn(part, middle);
    const box = {
      x: x - shape.width / 2 - BESIDE,
      y: y - shape.height / 2 - BESIDE,
      width: shape.width + 2 * BESIDE,
      height: shape.height + 2 * BESIDE,
    };
    return middle >= low && middle <= high && !taken.some((other) => overlap(box, other));
  };
  for (let off = 0; off <= high - low; off += 5) {
    for (const middle of [wanted + off, wanted - off]) if (isFree(middle)) return middle;
  }
  return whatever ? wanted : undefined;
}

/** What a new shape must not cover: steps, notes, names, and arrows that run across. */
function obstacles(arrow: Drawn, { shape, axis }: { readonly shape: Drawn; readonly axis: 'x' | 'y' }): readonly Box[] {
  return allWithin(poolOrRoot(arrow)).flatMap((element): readonly Box[] => {
    if (element === shape || element === arrow || element.labelTarget === arrow || element.labelTarget === shape) return [];
    const { waypoints } = element;
    if (!waypoints) return isAround(element, arrow) ? [] : [element];
    return boxesAlong(waypoints).filter((part) => (axis === 'x' ? part.height > part.width : part.width > part.height));
  });
}

/** Where room is made along a part: near the step before, through as few steps as can be. */
function lineThrough(part: StraightPart, arrow: Drawn): number {
  const { axis, low, high } = part;
  const steps = allWithin(poolOrRoot(arrow)).filter(
    (element) => isOf(element, 'bpmn:FlowNode') && !element.labelTarget && !isAround(element, arrow),
  );
  const endOf = (step: Drawn): number => step[axis] + (axis === 'x' ? step.width : step.height);
  const lines = [low, high - 1, ...steps.flatMap((step) => [step[axis] - 1, endOf(step)])].filter((line) => line >= low && line < high);
  const through = (line: number): number => steps.filter((step) => step[axis] < line && endOf(step) > line).length;
  const start = part.from[axis];
  const [best] = lines.toSorted((one, other) => through(one) - through(other) || Math.abs(one - start) - Math.abs(other - start));
  return best ?? low;
}

/** Whether an arrow lies within it, as in lanes, pools and open parts. */
const isAround = (element: Drawn, arrow: Drawn): boolean => isOf(element, 'bpmn:Lane') || allWithin(element).includes(arrow);

const sizeOf = ({ width, height }: Box, { axis }: StraightPart): number => (axis === 'x' ? width : height);

/** Whole units, so that arrows run square. */
function pointOn({ axis, from, to }: StraightPart, at: number): Point {
  const across = axis === 'x' ? 'y' : 'x';
  const length = to[axis] - from[axis];
  const share = length === 0 ? 0 : (at - from[axis]) / length;
  const other = from[across] + share * (to[across] - from[across]);
  return axis === 'x' ? { x: Math.round(at), y: other } : { x: other, y: Math.round(at) };
}
