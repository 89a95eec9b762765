import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import '../../chance.ts';
import { officialCalendar } from '../../../packages/runtime/src/calendar/calendar.ts';
import { timerDue, type TimerValue } from '../../../packages/runtime/src/calendar/timerDue.ts';
import { instant, milliseconds } from '../../../packages/runtime/src/words/clock.ts';
import type { Instant } from '../../../packages/runtime/src/words/ids.ts';

const calendar = officialCalendar();
/** 09:00 in Shanghai on a Tuesday. */
const now = '2026-11-24T01:00:00.000Z' as Instant;
const due = (form: TimerValue['form'], value: string, armed = { from: now, occurrence: 1 }) => timerDue(calendar, { form, value }, armed);

describe('when a timer fires', () => {
  it.each<[TimerValue['form'], string, string]>([
    ['duration', 'PT1H', '2026-11-24T02:00:00.000Z'],
    ['duration', 'P3D', '2026-11-27T01:00:00.000Z'],
    ['duration', 'P1W', '2026-12-01T01:00:00.000Z'],
    ['duration', 'P3M', '2027-02-24T01:00:00.000Z'],
    ['duration', 'PT0S', '2026-11-24T01:00:00.000Z'],
    ['workingDays', '3', '2026-11-27T16:00:00.000Z'],
    ['workingDays', '0', '2026-11-24T16:00:00.000Z'],
    ['date', '2026-12-01', '2026-12-01T16:00:00.000Z'],
    ['date', '2026-12-01T09:00', '2026-12-01T01:00:00.000Z'],
    ['date', '2026-12-01T09:00:00Z', '2026-12-01T09:00:00.000Z'],
    ['date', '2026-12-01T09:00:00+09:00', '2026-12-01T00:00:00.000Z'],
    ['date', '9999-12-31T23:59:59Z', '9999-12-31T23:59:59.000Z'],
    ['date', '2026-11-30/-3wd', '2026-11-25T16:00:00.000Z'],
    ['date', '2026-11-30/+2d', '2026-12-02T16:00:00.000Z'],
    ['date', '2026-11-30T09:00/-2h', '2026-11-29T23:00:00.000Z'],
    ['cycle', 'R3/PT1H', '2026-11-24T02:00:00.000Z'],
    ['cycle', 'R/2026-12-01T08:00/P1D', '2026-12-01T00:00:00.000Z'],
    ['cycle', 'R/2026-12-01/P1D', '2026-11-30T16:00:00.000Z'],
    ['cycle', 'firstWorkingDay/12', '2026-11-30T16:00:00.000Z'],
    ['cycle', 'firstWorkingDay/*', '2026-11-30T16:00:00.000Z'],
  ])('%s %s', (form, value, at) => {
    expect(due(form, value)).toEqual({ ok: true, due: at, provisional: false });
  });

  it('a month from the 31st is the last day of the next', () => {
    expect(due('duration', 'P1M', { from: '2026-01-31T01:00:00.000Z' as Instant, occurrence: 1 })).toMatchObject({
      due: '2026-02-28T01:00:00.000Z',
    });
  });

  it('a cycle of months begun on the 31st comes back to it', () => {
    const march = due('cycle', 'R/2026-01-31T09:00/P1M', { from: '2026-02-28T01:00:00.000Z' as Instant, occurrence: 3 });
    expect(march).toMatchObject({ due: '2026-03-31T01:00:00.000Z' });
  });

  it('a cycle that began years ago does not make up for what is over', () => {
    expect(due('cycle', 'R/2020-01-01T08:00/P1D')).toMatchObject({ due: '2026-11-25T00:00:00.000Z' });
  });

  it('a cycle whose occurrence is armed by the one before goes on to the next', () => {
    const from = '2026-12-01T00:00:00.000Z' as Instant;
    expect(due('cycle', 'R/2026-12-01T08:00/P1D', { from, occurrence: 1 })).toMatchObject({ due: from });
    expect(due('cycle', 'R/2026-12-01T08:00/P1D', { from, occurrence: 2 })).toMatchObject({ due: '2026-12-02T00:00:00.000Z' });
  });

  it('the first working day of January or July, whichever comes first; provisional while the year is not announced', () => {
    expect(due('cycle', 'firstWorkingDay/1,7')).toEqual({ ok: true, due: '2026-12-31T16:00:00.000Z', provisional: true });
    const spring = { from: '2026-03-01T01:00:00.000Z' as Instant, occurrence: 1 };
    expect(due('cycle', 'firstWorkingDay/1,7', spring)).toEqual({ ok: true, due: '2026-06-30T16:00:00.000Z', provisional: false });
  });

  it('working days into a year without notice are provisional', () => {
    expect(due('workingDays', '60')).toMatchObject({ ok: true, provisional: true });
  });

  it.each<[TimerValue['form'], string]>([
    ['duration', '3 days'],
    ['duration', '-P3D'],
    ['duration', 'P'],
    ['duration', 'P900Y'],
    ['duration', ''],
    ['date', '2026-02-30'],
    ['date', '30.11.2026'],
    ['date', '2026-11-30/-3weeks'],
    ['date', '2026-11-30/'],
    ['date', '2026-11-30/-3wd/-3wd'],
    ['date', '0001-01-01T00:00'],
    ['date', '9999-12-31T23:59:59/+1d'],
    ['cycle', 'R3'],
    ['cycle', 'R3/PT0S'],
    ['cycle', 'R-1/PT1H'],
    ['cycle', 'R/sometime/P1D'],
    ['cycle', 'firstWorkingDay/13'],
    ['cycle', 'firstWorkingDay/*,7'],
    ['workingDays', '2.5'],
    ['workingDays', '-1'],
    ['workingDays', '9999'],
    ['workingDays', 'three'],
  ])('%s “%s” is refused with an example of what was expected', (form, value) => {
    const refused = due(form, value);
    expect(refused).toMatchObject({ ok: false, code: 'invalidInput', culprit: value });
    expect(refused.ok ? '' : refused.expected.en).toMatch(/such as|whole number/);
  });

  it('is refused, never thrown, whatever is written', () => {
    const forms = fc.constantFrom<TimerValue['form']>('duration', 'date', 'cycle', 'workingDays');
    fc.assert(fc.property(forms, fc.string(), (form, value) => expect(typeof due(form, value).ok).toBe('boolean')));
  });

  it('a cycle always goes forward and keeps to its series', () => {
    const moments = fc.integer({ min: Date.parse('2024-01-01'), max: Date.parse('2030-01-01') }).map(instant);
    fc.assert(
      fc.property(moments, moments, fc.constantFrom('P1D', 'P1W', 'P1M', 'P1Y', 'PT7H'), (start, from, period) => {
        const next = due('cycle', `R/${start}/${period}`, { from, occurrence: 2 });
        if (!next.ok) throw new Error('refused');
        expect(next.due > from).toBe(true);
        // Not one whole period too late, either.
        const longest = { P1D: 1, P1W: 7, P1M: 31, P1Y: 366, PT7H: 7 / 24 }[period] ?? 0;
        const slack = Math.max(milliseconds(from), milliseconds(start)) + longest * 86_400_000;
        expect(milliseconds(next.due)).toBeLessThanOrEqual(slack);
      }),
    );
  });
});
