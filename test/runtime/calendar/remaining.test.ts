import { describe, expect, it } from '@jest/globals';
import { officialCalendar } from '../../../packages/runtime/src/calendar/calendar.ts';
import { remaining } from '../../../packages/runtime/src/calendar/remaining.ts';
import { remainingInWords } from '../../../packages/runtime/src/calendar/remainingInWords.ts';
import { instant } from '../../../packages/runtime/src/words/clock.ts';

const calendar = officialCalendar();
const shanghai = (text: string) => instant(Date.parse(`${text}:00+08:00`));
const left = (due: string, now: string) => remaining(calendar, shanghai(due), shanghai(now));

describe('what is left until a due time', () => {
  it.each([
    ['tomorrow', '2026-11-26T00:00', '2026-11-24T10:00', 'soon', '剩 1 个工作日', '1 working day left'],
    ['in three working days', '2026-11-28T00:00', '2026-11-24T10:00', 'soon', '剩 3 个工作日', '3 working days left'],
    ['in four', '2026-12-01T00:00', '2026-11-24T10:00', 'later', '剩 4 个工作日', '4 working days left'],
    ['at the end of today', '2026-11-25T00:00', '2026-11-24T10:00', 'today', '今天 24:00 到期', 'due today at 24:00'],
    ['this afternoon', '2026-11-24T17:30', '2026-11-24T10:00', 'today', '今天 17:30 到期', 'due today at 17:30'],
    ['within the hour', '2026-11-24T10:25', '2026-11-24T10:00', 'today', '剩 25 分钟', '25 minutes left'],
    ['on Saturday, seen on Friday', '2026-11-29T00:00', '2026-11-27T18:00', 'soon', '剩 30 小时', '30 hours left'],
    ['now', '2026-11-24T10:00', '2026-11-24T10:00', 'late', '刚刚到期', 'due just now'],
    ['an hour and a half ago', '2026-11-24T10:00', '2026-11-24T11:30', 'late', '已超 1 小时', '1 hour late'],
    ['since Friday 24:00, seen on Sunday', '2026-11-28T00:00', '2026-11-29T10:00', 'late', '已超 34 小时', '34 hours late'],
    ['since Friday 24:00, seen on Tuesday', '2026-11-28T00:00', '2026-12-01T10:00', 'late', '已超 2 个工作日', '2 working days late'],
    ['before the festival, seen after it', '2026-10-01T00:00', '2026-10-08T09:00', 'late', '已超 1 个工作日', '1 working day late'],
  ])('due %s', (_, due, now, state, zh, en) => {
    const found = left(due, now);
    expect(found.state).toBe(state);
    expect(remainingInWords(found, 'zh')).toBe(zh);
    expect(remainingInWords(found, 'en')).toBe(en);
  });
});
