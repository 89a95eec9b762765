import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { gathering } from '../../../packages/runtime/src/store/sqlite/gathering.ts';

describe('Calls that are gathered into groups', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  function desk() {
    const groups: string[][] = [];
    return { groups, ...gathering<string>((group) => void groups.push([...group])) };
  }

  test('given an idle office, when one call comes, then it is done as soon as the event loop turns, and waits for nobody', () => {
    const { groups, take } = desk();
    take('a');
    expect(groups).toEqual([]);
    jest.advanceTimersByTime(0);
    expect(groups).toEqual([['a']]);
    take('b');
    jest.advanceTimersByTime(0);
    expect(groups).toEqual([['a'], ['b']]);
  });

  test('given a group that had company, when the next call comes, then it waits for more, but not for long', () => {
    const { groups, take } = desk();
    take('a');
    take('b');
    jest.advanceTimersByTime(0);
    take('c');
    jest.advanceTimersByTime(0);
    expect(groups).toEqual([['a', 'b']]);
    take('d');
    jest.advanceTimersByTime(1000);
    expect(groups).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    take('e');
    jest.advanceTimersByTime(1000);
    take('f');
    jest.advanceTimersByTime(0);
    expect(groups.slice(2)).toEqual([['e'], ['f']]);
  });

  test('given more calls than expected, when twice the last group is there, then nobody waits any longer; what is left at the end is done', () => {
    const { groups, take, flush } = desk();
    for (const call of 'ab') take(call);
    jest.advanceTimersByTime(0);
    for (const call of 'cdef') take(call);
    expect(groups.at(-1)).toEqual(['c', 'd', 'e', 'f']);
    take('g');
    flush();
    flush();
    expect(groups.at(-1)).toEqual(['g']);
    jest.advanceTimersByTime(1000);
    expect(groups).toHaveLength(3);
  });
});
