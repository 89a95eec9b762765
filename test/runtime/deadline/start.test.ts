import { describe, expect, it } from '@jest/globals';
import { officialCalendar } from '../../../packages/runtime/src/calendar/calendar.ts';
import { startDeadlines, type StartContext } from '../../../packages/runtime/src/deadline/start.ts';
import { isStoppedBy } from '../../../packages/runtime/src/deadline/stop.ts';
import type { Deadline } from '../../../packages/runtime/src/diagram/office.ts';
import type { ElementId, Feel, Instant } from '../../../packages/runtime/src/words/ids.ts';

const step = (id: string) => id as ElementId;
/** 09:00 in Shanghai on a Tuesday. */
const at = '2026-11-24T01:00:00.000Z' as Instant;
const deadline = (more: Partial<Deadline> = {}): Deadline => ({
  id: 'two-days',
  name: { zh: '两个工作日' },
  from: { kind: 'opened' },
  amount: 2,
  unit: 'wd',
  ...more,
});
const start = (one: Deadline, more: Partial<StartContext> = {}) =>
  startDeadlines({
    deadlines: [one],
    on: { kind: 'opened' },
    at,
    caseStartedAt: '2026-11-20T01:00:00.000Z' as Instant,
    data: {},
    calendar: officialCalendar(),
    holds: () => true,
    ...more,
  }).map(({ due, warnAt, provisional }) => (warnAt ? { due, warnAt, provisional } : { due, provisional }));

describe('when a deadline starts and is due', () => {
  it('from the opening of its step', () => {
    expect(start(deadline())).toEqual([{ due: '2026-11-26T16:00:00.000Z', provisional: false }]);
  });

  it('from the start of the case, when its step opens', () => {
    expect(start(deadline({ from: { kind: 'caseStart' } }))).toMatchObject([{ due: '2026-11-24T16:00:00.000Z' }]);
  });

  it('from the start of the case, when the case starts', () => {
    const one = deadline({ from: { kind: 'caseStart' } });
    expect(start(one, { on: { kind: 'caseStart' } })).toHaveLength(1);
    expect(start(deadline(), { on: { kind: 'caseStart' } })).toEqual([]);
  });

  it('from the completion of another step', () => {
    const one = deadline({ from: { kind: 'completed', step: step('sign') } });
    expect(start(one, { on: { kind: 'completed', step: step('sign') } })).toMatchObject([{ due: '2026-11-26T16:00:00.000Z' }]);
    expect(start(one, { on: { kind: 'completed', step: step('other') } })).toEqual([]);
  });

  it('from a step completed earlier, when its own step opens; from the opening where that is not known', () => {
    const one = deadline({ from: { kind: 'completed', step: step('sign') } });
    const completedAt = () => '2026-11-23T01:00:00.000Z' as Instant;
    expect(start(one, { completedAt })).toMatchObject([{ due: '2026-11-25T16:00:00.000Z' }]);
    expect(start(one, { completedAt: () => undefined })).toEqual([]);
    expect(start(one)).toMatchObject([{ due: '2026-11-26T16:00:00.000Z' }]);
  });

  it.each<[string, Partial<Deadline>, string, string]>([
    ['at the 24:00 of the day in a field', { unit: 'date', amount: 0 }, '2026-11-30', '2026-11-30T16:00:00.000Z'],
    ['at the very moment in a field', { unit: 'date', amount: 0 }, '2026-11-30T09:00', '2026-11-30T01:00:00.000Z'],
    ['so many working days after it', { unit: 'wd', amount: 3 }, '2026-11-27', '2026-12-02T16:00:00.000Z'],
    ['so many working days before it', { unit: 'wd', amount: -3 }, '2026-11-30', '2026-11-25T16:00:00.000Z'],
    ['so many days after it', { unit: 'd', amount: 15 }, '2026-11-27', '2026-12-12T16:00:00.000Z'],
    ['so many hours after it', { unit: 'h', amount: 2 }, '2026-11-27T10:00', '2026-11-27T04:00:00.000Z'],
  ])('%s', (_, limit, value, due) => {
    expect(start(deadline({ from: { kind: 'field', field: 'dueDate' }, ...limit }), { data: { dueDate: value } })).toMatchObject([{ due }]);
  });

  it('not while its field has no date; then when it is written', () => {
    const one = deadline({ from: { kind: 'field', field: 'dueDate' }, unit: 'date' });
    for (const value of [undefined, null, '', 'soon', 7])
      expect(start(one, { data: value === undefined ? {} : { dueDate: value } })).toEqual([]);
    expect(start(one, { on: { kind: 'field', field: 'dueDate' }, data: { dueDate: '2026-11-30' } })).toHaveLength(1);
    expect(start(one, { on: { kind: 'field', field: 'other' }, data: { dueDate: '2026-11-30' } })).toEqual([]);
  });

  it('only where its condition holds', () => {
    const one = deadline({ when: 'sealKind = "issued"' as Feel });
    const asked: string[] = [];
    const holds = (condition: Feel) => asked.push(condition) > 1;
    expect(start(one, { holds })).toEqual([]);
    expect(start(one, { holds })).toHaveLength(1);
    expect(asked).toEqual([one.when, one.when]);
  });

  it('at once, and on the same day', () => {
    expect(start(deadline({ unit: 'immediate', amount: 0 }))).toMatchObject([{ due: at }]);
    expect(start(deadline({ unit: 'sameDay', amount: 0 }))).toMatchObject([{ due: '2026-11-24T16:00:00.000Z' }]);
  });
});

describe('a warning', () => {
  it('comes so many units before', () => {
    expect(start(deadline({ warnBefore: 1 }))).toMatchObject([{ due: '2026-11-26T16:00:00.000Z', warnAt: '2026-11-25T16:00:00.000Z' }]);
    expect(start(deadline({ unit: 'h', amount: 4, warnBefore: 1 }))).toMatchObject([{ warnAt: '2026-11-24T04:00:00.000Z' }]);
  });

  it('does not come where its time is over already', () => {
    expect(start(deadline({ unit: 'h', amount: 1, warnBefore: 3 }))[0]).not.toHaveProperty('warnAt');
    expect(start(deadline({ unit: 'sameDay', amount: 0, warnBefore: 1 }))[0]).not.toHaveProperty('warnAt');
  });
});

describe('the clock stops', () => {
  it('with its own step, or with the one that it names', () => {
    expect(isStoppedBy(deadline(), step('seal'), step('seal'))).toBe(true);
    expect(isStoppedBy(deadline(), step('seal'), step('stub'))).toBe(false);
    expect(isStoppedBy(deadline({ until: step('stub') }), step('seal'), step('stub'))).toBe(true);
    expect(isStoppedBy(deadline({ until: step('stub') }), step('seal'), step('seal'))).toBe(false);
  });
});
