import { boxesAlong } from '../geometry/boxesAlong.ts';
import { overlap } from '../geometry/overlap.ts';
import { isOf, type Box, type Drawn, type Injector, type Point } from '../services.ts';

/** Room that is kept around a new shape, and how far it is moved at a time, in the diagram's units. */
const ROOM = 12;
const STEP = 20;
const MOST = 60;

/** Where a shape can stand without covering anything: as near below the wanted middle as its lane goes on, else to the right of it. */
export function clearPlace(
  injector: Injector,
  shape: Drawn,
  { wanted, beside }: { readonly wanted: Point; readonly beside: Drawn },
): Point {
  const things = thingsAround(injector, beside);
  const lane = laneOf(injector, beside);
  const stands = ({ x, y }: Point): boolean => {
    const box = boxAround(shape, { x, y }, ROOM);
    return !things.some((thing) => overlap(box, thing));
  };
  const below = Array.from({ length: MOST }, (_, index) => ({ x: wanted.x, y: wanted.y + index * STEP })).filter(
    ({ y }) => !lane || y === wanted.y || y + shape.height / 2 + ROOM <= lane.y + lane.height,
  );
  const right = Array.from({ length: MOST }, (_, index) => ({ x: wanted.x + index * STEP, y: wanted.y }));
  return below.find(stands) ?? right.find(stands) ?? wanted;
}

const boxAround = ({ width, height }: Box, { x, y }: Point, room: number): Box => ({
  x: x - width / 2 - room,
  y: y - height / 2 - room,
  width: width + 2 * room,
  height: height + 2 * room,
});

/** What stands in the same process or part: steps, events, branches, and the arrows between them but those of the element that it follows. */
function thingsAround(injector: Injector, beside: Drawn): readonly Box[] {
  const around = beside.host?.parent ?? beside.parent;
  return injector
    .get('elementRegistry')
    .filter((one) => one.parent === around && !one.labelTarget && one !== beside)
    .flatMap((one): readonly Box[] => {
      if (one.waypoints) return one.source === beside ? [] : boxesAlong(one.waypoints);
      return isOf(one, 'bpmn:FlowNode') ? [one] : [];
    });
}

/** The innermost lane in which an element stands; undefined where it stands in none, or in the only one, which grows with its pool. */
function laneOf(injector: Injector, { x, y, width, height }: Drawn): Drawn | undefined {
  const lanes = injector.get('elementRegistry').filter((one) => isOf(one, 'bpmn:Lane'));
  if (lanes.length < 2) return undefined;
  const [middle, level] = [x + width / 2, y + height / 2];
  return lanes
    .filter((lane) => lane.x < middle && lane.x + lane.width > middle && lane.y < level && lane.y + lane.height > level)
    .toSorted((one, other) => one.height - other.height)[0];
}
