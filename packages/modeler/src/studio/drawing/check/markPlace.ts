import type { Drawn, Point } from '../../canvas/services.ts';

/** Where on its own bounds a mark stands: in the corner of a shape, in the middle of an arrow's way. */
export function markPlace(element: Drawn): { readonly top: number; readonly left: number } {
  const points = element.waypoints;
  if (!points || points.length < 2) return { top: -9, left: -9 };
  const { x, y } = halfway(points);
  return { top: y - Math.min(...points.map((point) => point.y)) - 9, left: x - Math.min(...points.map((point) => point.x)) - 9 };
}

/** The point in the middle of a way. */
export function halfway(points: readonly Point[]): Point {
  const legs = points.slice(1).map((end, index) => {
    const start = points[index] ?? end;
    return { start, end, length: Math.hypot(end.x - start.x, end.y - start.y) };
  });
  let left = legs.reduce((sum, leg) => sum + leg.length, 0) / 2;
  for (const { start, end, length } of legs) {
    if (left <= length && length > 0) {
      const share = left / length;
      return { x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share };
    }
    left -= length;
  }
  return points[0] ?? { x: 0, y: 0 };
}
