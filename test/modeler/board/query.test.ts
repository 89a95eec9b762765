import { describe, expect, test } from '@jest/globals';
import { addressOf, queryIn, sameQuery } from '../../../packages/modeler/src/board/query.ts';

describe('The address of a board', () => {
  test.each([
    { arrange: 'urgency' as const },
    { arrange: 'flow' as const, flow: 'seal-use' },
    { arrange: 'list' as const, due: 'overdue' as const, text: '党建 & 通知' },
  ])('says the whole of %j and is read back the same', (query) => {
    expect(queryIn(new URLSearchParams(addressOf(query)), 'urgency')).toEqual(query);
  });

  test('that says nothing asks for nothing', () => {
    expect(queryIn(new URLSearchParams('other=1'), 'urgency')).toBeNull();
  });

  test('that says something wrong is read without it', () => {
    expect(queryIn(new URLSearchParams('by=colour&due=never&flow='), 'list')).toEqual({ arrange: 'list' });
    expect(queryIn(new URLSearchParams(`by=list&q=${'长'.repeat(300)}`), 'list')?.text).toHaveLength(100);
  });

  test('tells views apart whatever the order of their parts', () => {
    expect(sameQuery({ arrange: 'list', text: 'a', flow: 'f' }, { flow: 'f', arrange: 'list', text: 'a' })).toBe(true);
    expect(sameQuery({ arrange: 'list' }, { arrange: 'list', due: 'today' })).toBe(false);
  });
});
