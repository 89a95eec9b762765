import { isOf, type Box, type Drawn, type Injector, type Point } from '../services.ts';

/** Where room is made: behind a line across a pool, so many units. */
export interface Room {
  readonly within: Drawn;
  readonly axis: 'x' | 'y';
  /** Where the line is; what begins behind it moves, what it crosses stays or grows. */
  readonly at: number;
  readonly by: number;
}

/**
 * Moves all that begins behind a line by so many units, to the right or down, and makes what it stands in as much larger: lanes, pool and parts. Arrows keep
 * their course: bpmn-js would draw those anew of which only one end moves. Other pools stay where they are when it is to the right.
 */
export function makeRoom(injector: Injector, { within, axis, at, by }: Room): void {
  const all = allWithin(axis === 'x' ? within : rootOf(within));
  const { movingShapes, resizingShapes } = injector.get('spaceTool').calculateAdjustments(all, axis, by, at);
  const modeling = injector.get('modeling');
  const touched = new Set([...movingShapes, ...resizingShapes]);
  const behind = <Place extends Point>(place: Place): Place => (place[axis] > at ? { ...place, [axis]: place[axis] + by } : place);
  const arrows = new Set([...touched].flatMap((shape) => [...shape.incoming, ...shape.outgoing]));
  const delta = axis === 'x' ? { x: by, y: 0 } : { x: 0, y: by };
  for (const shape of movingShapes) {
    if (shape.labelTarget?.waypoints) continue;
    modeling.moveShape(shape, delta, undefined, { autoResize: false, layout: false, recurse: false });
  }
  for (const shape of resizingShapes) {
    const to = { x: shape.x, y: shape.y, width: shape.width + delta.x, height: shape.height + delta.y };
    modeling.resizeShape(shape, to, undefined, { attachSupport: false, autoResize: false, layout: false });
  }
  for (const arrow of arrows) {
    const course = (arrow.waypoints ?? []).map(({ x, y }) => behind({ x, y }));
    if (isOn(course[0], arrow.source) && isOn(course.at(-1), arrow.target)) {
      modeling.updateWaypoints(arrow, course, { labelBehavior: false });
      if (arrow.label && arrow.label[axis] > at) modeling.moveShape(arrow.label, delta);
    } else modeling.layoutConnection(arrow);
  }
}

/** The pool that something stands in; the whole drawing where there is none. */
export function poolOrRoot(shape: Drawn): Drawn {
  let at = shape;
  while (at.parent && !isOf(at, 'bpmn:Participant')) at = at.parent;
  return at;
}

/** Something and all that stands in it, however deep. */
export const allWithin = (element: Drawn): readonly Drawn[] => [element, ...(element.children ?? []).flatMap(allWithin)];

function rootOf(shape: Drawn): Drawn {
  let at = shape;
  while (at.parent) at = at.parent;
  return at;
}

/** Whether the end of an arrow lies on what it begins or ends at. Arrows lead to arrows too, which have no box. */
const isOn = (end: Point | undefined, shape: (Partial<Box> & { readonly waypoints?: readonly Point[] }) | undefined): boolean => {
  if (!end || !shape) return false;
  if (shape.waypoints) return true;
  const { x = 0, y = 0, width = 0, height = 0 } = shape;
  return end.x >= x - 1 && end.x <= x + width + 1 && end.y >= y - 1 && end.y <= y + height + 1;
};
