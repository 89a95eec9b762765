import { middleOf, type Box, type Drawn, type Injector, type Point } from '../services.ts';

/** What has come to stand on an arrow, after which of its points. */
export interface Divided {
  readonly arrow: Drawn;
  readonly by: Drawn;
  readonly index: number;
}

/** An arrow ends at what came to stand on it, and keeps its id, name and condition; another goes on from there. Both run where the one ran before. */
export function divideArrow(injector: Injector, { arrow, by, index }: Divided): void {
  const { target, waypoints = [] } = arrow;
  if (!target) return;
  const modeling = injector.get('modeling');
  const middle = middleOf(by);
  const [before, after] = [
    [...waypoints.slice(0, index + 1), middle],
    [middle, ...waypoints.slice(index + 1)],
  ];
  modeling.reconnectEnd(arrow, by, before);
  modeling.connect(by, target, { type: arrow.type, waypoints: after });
  if (arrow.label && touches(arrow.label, by)) clear(injector, arrow);
}

/** Moves the name of an arrow to the middle of its longest part, above it or on its right. */
function clear(injector: Injector, arrow: Drawn): void {
  const { label, waypoints = [] } = arrow;
  if (!label) return;
  const parts = waypoints.slice(1).map((to, index) => ({ from: waypoints[index] ?? to, to }));
  const long = ({ from, to }: { readonly from: Point; readonly to: Point }): number => Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
  const [part] = parts.toSorted((one, other) => long(other) - long(one));
  if (!part) return;
  const [x, y] = [(part.from.x + part.to.x) / 2, (part.from.y + part.to.y) / 2];
  const flat = Math.abs(part.to.x - part.from.x) >= Math.abs(part.to.y - part.from.y);
  const to = flat ? { x: x - label.width / 2, y: y - label.height - 5 } : { x: x + 7, y: y - label.height / 2 };
  injector.get('modeling').moveShape(label, { x: Math.round(to.x - label.x), y: Math.round(to.y - label.y) });
}

const touches = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height;
