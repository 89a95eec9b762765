import { type Day, id } from '../words/ids.ts';
import type { Calendar } from './calendar.ts';
import { addDays, daysBetween, isWeekday, yearOf } from './day.ts';

/** The day so many working days later, the first day not counted; back to an earlier one where negative; 0 is the day itself. */
export function addWorkingDays(calendar: Calendar, day: Day, count: number): { readonly day: Day; readonly provisional: boolean } {
  const step = count < 0 ? -1 : 1;
  let reached = day;
  for (let left = Math.abs(count); left > 0; ) {
    reached = addDays(reached, step);
    if (calendar.isWorkingDay(reached)) left -= 1;
  }
  return { day: reached, provisional: count !== 0 && isProvisional(calendar, day, reached) };
}

/** How many working days lie after `from` up to and with `to`; negative backwards. Years not announced are counted by the week at once. */
export function workingDaysBetween(calendar: Calendar, from: Day, to: Day): number {
  if (to < from) return -workingDaysBetween(calendar, to, from);
  let count = 0;
  for (let day = from; day < to; ) {
    const end = endOfYear(addDays(day, 1), to);
    count += calendar.announced(yearOf(end)) ? countOneByOne(calendar, day, end) : weekdaysBetween(day, end);
    day = end;
  }
  return count;
}

/**
 * Whether a count that touched these days may change: a year was not announced, or the last week of December of one whose successor is
 * not, because the notice for a New Year may move days before it.
 */
export function isProvisional(calendar: Calendar, from: Day, to: Day): boolean {
  const [first, last] = from < to ? [from, to] : [to, from];
  const lastYear = last.slice(5) >= '12-25' ? yearOf(last) + 1 : yearOf(last);
  for (let year = yearOf(first); year <= lastYear; year += 1) if (!calendar.announced(year)) return true;
  return false;
}

function countOneByOne(calendar: Calendar, from: Day, to: Day): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (calendar.isWorkingDay(day)) count += 1;
  return count;
}

function weekdaysBetween(from: Day, to: Day): number {
  const days = daysBetween(from, to);
  let count = Math.floor(days / 7) * 5;
  for (let day = addDays(from, days - (days % 7) + 1); day <= to; day = addDays(day, 1)) if (isWeekday(day)) count += 1;
  return count;
}

const endOfYear = (day: Day, atMost: Day): Day => {
  const end: Day = id(`${day.slice(0, 4)}-12-31`);
  return end < atMost ? end : atMost;
};
