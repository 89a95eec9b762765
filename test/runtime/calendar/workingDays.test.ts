import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import '../../chance.ts';
import { officialCalendar } from '../../../packages/runtime/src/calendar/calendar.ts';
import { addDays, dayOf, daysBetween, endOfDay, isDay } from '../../../packages/runtime/src/calendar/day.ts';
import { addWorkingDays, workingDaysBetween } from '../../../packages/runtime/src/calendar/workingDays.ts';
import type { Day, Instant } from '../../../packages/runtime/src/words/ids.ts';

const calendar = officialCalendar();
const day = (text: string) => text as Day;
const days = fc.integer({ min: 0, max: 365 * 40 }).map((offset) => addDays(day('2004-01-01'), offset));
const counts = fc.integer({ min: 1, max: 120 });

describe('working days of the official calendar', () => {
  it.each([
    ['over the Spring Festival, with the Saturday worked before it', '2026-02-12', 5, '2026-02-26'],
    ['over Mid-autumn and National Day', '2026-09-24', 5, '2026-10-09'],
    ['over National Day, with the Saturday worked after it', '2026-09-30', 5, '2026-10-13'],
    ['in a plain week', '2026-11-24', 3, '2026-11-27'],
    ['over a plain week-end', '2026-11-27', 1, '2026-11-30'],
    ['from a day off', '2026-02-21', 1, '2026-02-24'],
    ['back over a week-end', '2026-11-30', -1, '2026-11-27'],
  ])('%s: %s + %i', (_, from, count, to) => {
    expect(addWorkingDays(calendar, day(from), count)).toEqual({ day: to, provisional: false });
  });

  it('a Saturday of 调休 is worked and a Friday of the festival is not', () => {
    expect(calendar.isWorkingDay(day('2026-02-14'))).toBe(true);
    expect(calendar.isWorkingDay(day('2026-02-20'))).toBe(false);
    expect(calendar.isWorkingDay(day('2026-02-22'))).toBe(false);
  });

  it('a year without notice is plain Monday to Friday, and what is counted into it is provisional', () => {
    expect(calendar.announced(2026)).toBe(true);
    expect(calendar.announced(2027)).toBe(false);
    expect(calendar.isWorkingDay(day('2027-01-01'))).toBe(true);
    expect(addWorkingDays(calendar, day('2026-12-30'), 3)).toEqual({ day: '2027-01-04', provisional: true });
  });

  it('the last week of December may still be moved by the notice of the next year', () => {
    expect(addWorkingDays(calendar, day('2026-12-23'), 1).provisional).toBe(false);
    expect(addWorkingDays(calendar, day('2026-12-23'), 2)).toEqual({ day: '2026-12-25', provisional: true });
  });

  it('a notice that an administrator imports settles its year and reaches back into December', () => {
    const next = officialCalendar([{ year: 2027, daysOff: [day('2026-12-31'), day('2027-01-01')], workingDays: [day('2026-12-26')] }]);
    expect(next.announced(2027)).toBe(true);
    expect(addWorkingDays(next, day('2026-12-25'), 1)).toEqual({ day: '2026-12-26', provisional: false });
    expect(addWorkingDays(next, day('2026-12-30'), 1)).toEqual({ day: '2027-01-04', provisional: false });
    expect(calendar.isWorkingDay(day('2026-12-26'))).toBe(false);
  });

  it('never lands on a day off', () => {
    fc.assert(fc.property(days, counts, (from, count) => calendar.isWorkingDay(addWorkingDays(calendar, from, count).day)));
  });

  it('n and then m more is n + m', () => {
    fc.assert(
      fc.property(days, counts, counts, (from, n, m) => {
        const first = addWorkingDays(calendar, from, n).day;
        expect(addWorkingDays(calendar, first, m).day).toBe(addWorkingDays(calendar, from, n + m).day);
      }),
    );
  });

  it('a later day or a longer limit is never due earlier', () => {
    fc.assert(
      fc.property(days, counts, fc.integer({ min: 0, max: 40 }), (from, count, more) => {
        const due = addWorkingDays(calendar, from, count).day;
        expect(addWorkingDays(calendar, addDays(from, more), count).day >= due).toBe(true);
        expect(addWorkingDays(calendar, from, count + more).day >= due).toBe(true);
      }),
    );
  });

  it('as many lie between as were added, there and back', () => {
    fc.assert(
      fc.property(days, counts, (from, count) => {
        const { day: to } = addWorkingDays(calendar, from, count);
        expect(workingDaysBetween(calendar, from, to)).toBe(count);
        expect(workingDaysBetween(calendar, to, from)).toBe(-count);
      }),
    );
  });

  it('counting by weeks in years without notice gives what counting day by day gives', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1500 }), fc.integer({ min: 0, max: 1500 }), (start, length) => {
        const from = addDays(day('2025-06-01'), start);
        const all = Array.from({ length }, (_, index) => addDays(from, index + 1));
        expect(workingDaysBetween(calendar, from, addDays(from, length))).toBe(all.filter((one) => calendar.isWorkingDay(one)).length);
      }),
    );
  });

  it('counts to a date that somebody mistyped', () => {
    expect(workingDaysBetween(calendar, day('2026-11-24'), day('2199-12-31'))).toBeGreaterThan(45_000);
  });
});

describe('days of Asia/Shanghai', () => {
  it('a day begins at 16:00 UTC of the one before and ends at 24:00', () => {
    expect(dayOf('2026-11-23T16:00:00.000Z' as Instant)).toBe('2026-11-24');
    expect(dayOf('2026-11-24T15:59:59.999Z' as Instant)).toBe('2026-11-24');
    expect(endOfDay(day('2026-11-24'))).toBe('2026-11-24T16:00:00.000Z');
  });

  it('only real days of our time are days', () => {
    expect(['2026-02-28', '2028-02-29', '1900-01-01'].every(isDay)).toBe(true);
    expect(['2026-02-29', '2026-13-01', '2026-2-3', '1899-12-31', '2200-01-01', '', '2026-02-28T00:00'].some(isDay)).toBe(false);
  });

  it('a month and a year are crossed', () => {
    expect(addDays(day('2026-12-31'), 1)).toBe('2027-01-01');
    expect(addDays(day('2028-03-01'), -1)).toBe('2028-02-29');
    expect(daysBetween(day('2026-11-24'), day('2026-12-01'))).toBe(7);
  });
});
