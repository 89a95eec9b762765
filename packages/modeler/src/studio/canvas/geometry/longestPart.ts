import type { Box, Point } from '../services.ts';
import { boxesAlong } from './boxesAlong.ts';

/** The longest straight part of an arrow, where there is most room for its name and its pad. Undefined for an arrow without points. */
export function longestPart(points: readonly Point[]): Box | undefined {
  const long = ({ width, height }: Box): number => width + height;
  return boxesAlong(points).toSorted((one, other) => long(other) - long(one))[0];
}
