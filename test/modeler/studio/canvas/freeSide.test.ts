import { describe, expect, test } from '@jest/globals';
import { freeSide } from '../../../../packages/modeler/src/studio/canvas/pad/freeSide.ts';

const chosen = { x: 400, y: 300, width: 80, height: 60 };
const size = { width: 120, height: 160 };
const room = { width: 900, height: 700 };

describe('The pad', () => {
  test('stands below what is chosen where nothing is', () => {
    expect(freeSide({ chosen, size, room, inSight: [] })).toEqual({ left: 400, top: 368 });
  });

  test('leaves the follower free that stands below, and what stands on the right', () => {
    const inSight = [
      { x: 400, y: 380, width: 80, height: 60, weight: 6 },
      { x: 520, y: 300, width: 80, height: 60, weight: 6 },
    ];
    const { left, top } = freeSide({ chosen, size, room, inSight });
    expect(top + size.height).toBeLessThanOrEqual(chosen.y);
    expect(left).toBe(400);
  });

  test('stays on the canvas where what is chosen is at its edge', () => {
    const { left, top } = freeSide({ chosen: { x: 840, y: 650, width: 80, height: 60 }, size, room, inSight: [] });
    expect(left + size.width).toBeLessThanOrEqual(room.width);
    expect(top + size.height).toBeLessThanOrEqual(room.height);
  });
});
