import { describe, expect, test } from '@jest/globals';
import { walk } from '../../../packages/modeler/src/board/walk.ts';

describe('Walking the board', () => {
  const order = ['a', 'b', 'c'];
  test.each([
    ['from nowhere forward', null, 1, 'a'],
    ['from nowhere back', null, -1, 'c'],
    ['on', 'a', 1, 'b'],
    ['back', 'b', -1, 'a'],
    ['at the end', 'c', 1, 'c'],
    ['at the beginning', 'a', -1, 'a'],
    ['from one that has left', 'gone', 1, 'a'],
  ] as const)('%s', (_, from, by, to) => {
    expect(walk(order, from, by)).toBe(to);
  });

  test('goes nowhere on an empty board', () => {
    expect(walk([], 'a', 1)).toBeNull();
  });
});
