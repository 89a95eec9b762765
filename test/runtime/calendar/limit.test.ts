import { describe, expect, it } from '@jest/globals';
import { officialCalendar } from '../../../packages/runtime/src/calendar/calendar.ts';
import { addLimit, beforeDue, type LimitUnit } from '../../../packages/runtime/src/calendar/limit.ts';
import type { Instant } from '../../../packages/runtime/src/words/ids.ts';

const calendar = officialCalendar();
/** 17:30 in Shanghai. */
const at = '2026-02-12T09:30:00.000Z' as Instant;

describe('a time limit', () => {
  it.each<[string, number, LimitUnit, string]>([
    ['five working days end at 24:00 of the fifth, the first day not counted', 5, 'wd', '2026-02-26T16:00:00.000Z'],
    ['three calendar days end at 24:00 of the third', 3, 'd', '2026-02-15T16:00:00.000Z'],
    ['two hours are clock hours', 2, 'h', '2026-02-12T11:30:00.000Z'],
    ['the same day ends at 24:00', 0, 'sameDay', '2026-02-12T16:00:00.000Z'],
    ['at once is now', 0, 'immediate', '2026-02-12T09:30:00.000Z'],
    ['a day that is stated ends at its 24:00', 0, 'date', '2026-02-12T16:00:00.000Z'],
  ])('%s', (_, amount, unit, due) => {
    expect(addLimit(calendar, at, { amount, unit })).toEqual({ due, provisional: false });
  });

  it('is counted from the day in Shanghai, not in Greenwich', () => {
    const justAfterMidnight = '2026-11-23T16:00:00.000Z' as Instant;
    expect(addLimit(calendar, justAfterMidnight, { amount: 1, unit: 'wd' }).due).toBe('2026-11-25T16:00:00.000Z');
  });

  it('counted into a year without notice is provisional, but hours and plain days never are', () => {
    const late = '2026-12-30T01:00:00.000Z' as Instant;
    expect(addLimit(calendar, late, { amount: 5, unit: 'wd' }).provisional).toBe(true);
    expect(addLimit(calendar, late, { amount: 90, unit: 'd' }).provisional).toBe(false);
  });

  it('a warning comes so many of its units before', () => {
    const monday = '2026-11-30T16:00:00.000Z' as Instant;
    expect(beforeDue(calendar, monday, { amount: 1, unit: 'wd' })).toBe('2026-11-27T16:00:00.000Z');
    expect(beforeDue(calendar, monday, { amount: 1, unit: 'd' })).toBe('2026-11-29T16:00:00.000Z');
    expect(beforeDue(calendar, monday, { amount: 1, unit: 'h' })).toBe('2026-11-30T15:00:00.000Z');
    expect(beforeDue(calendar, monday, { amount: 1, unit: 'sameDay' })).toBeUndefined();
  });
});
