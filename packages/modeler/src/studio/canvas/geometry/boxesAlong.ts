import type { Box, Point } from '../services.ts';

/** The straight parts of an arrow as boxes, thin as a line where they run square. */
export const boxesAlong = (points: readonly Point[]): readonly Box[] =>
  points.slice(1).map((to, index) => {
    const from = points[index] ?? to;
    return { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width: Math.abs(to.x - from.x), height: Math.abs(to.y - from.y) };
  });
