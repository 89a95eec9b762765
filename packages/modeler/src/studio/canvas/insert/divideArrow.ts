import { longestPart } from '../geometry/longestPart.ts';
import { overlap } from '../geometry/overlap.ts';
import { middleOf, type Drawn, type Injector } from '../services.ts';

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
  if (arrow.label && overlap(arrow.label, by)) clear(injector, arrow);
}

/** Moves the name of an arrow to the middle of its longest part, above it or on its right. */
function clear(injector: Injector, arrow: Drawn): void {
  const { label, waypoints = [] } = arrow;
  if (!label) return;
  const part = longestPart(waypoints);
  if (!part) return;
  const { x, y } = middleOf(part);
  const flat = part.width >= part.height;
  const to = flat ? { x: x - label.width / 2, y: y - label.height - 5 } : { x: x + 7, y: y - label.height / 2 };
  injector.get('modeling').moveShape(label, { x: Math.round(to.x - label.x), y: Math.round(to.y - label.y) });
}
