import type { Duration } from 'luxon';
import { milliseconds } from '../words/clock.ts';
import { type Day, type Instant, id } from '../words/ids.ts';
import type { Calendar } from './calendar.ts';
import { addDays, dayOf, endOfDay } from './day.ts';
import { afterDuration, durationIn } from './duration.ts';
import type { Due } from './limit.ts';
import { beginningIn } from './moment.ts';
import { addWorkingDays } from './workingDays.ts';

/** When an occurrence was armed; the first is 1. */
export interface Armed {
  readonly from: Instant;
  readonly occurrence: number;
}

/**
 * The next time of a cycle: `R3/PT1H` from when it was armed; `R/2026-12-01T08:00/P1D` by its start, skipping what was over before it was
 * armed; `firstWorkingDay/1,7` at 00:00 of the first working day of the next January or July, `firstWorkingDay/*` of any next month. How often is the kernel's to count.
 */
export function cycleDue(calendar: Calendar, value: string, armed: Armed): Due | undefined {
  if (value.startsWith('firstWorkingDay/')) return firstWorkingDay(calendar, value.slice('firstWorkingDay/'.length), armed);
  const [repeat = '', ...rest] = value.split('/');
  if (!/^R\d{0,6}$/.test(repeat) || rest.length < 1 || rest.length > 2) return undefined;
  const period = durationIn(rest.at(-1) ?? '');
  if (!period || period.toMillis() === 0) return undefined;
  const due = rest.length === 1 ? afterDuration(armed.from, period) : nextOf(beginningIn(rest[0] ?? ''), period, armed);
  return due && { due, provisional: false };
}

/** The moment of arming itself counts for the first occurrence only: later ones are armed at the time of the one before. */
const earliestOf = (armed: Armed): number => milliseconds(armed.from) + (armed.occurrence === 1 ? 0 : 1);

/** Times are counted from the start, so that a cycle begun on the 31st comes back to it. */
function nextOf(start: Instant | undefined, period: Duration, armed: Armed): Instant | undefined {
  if (!start) return undefined;
  const earliest = earliestOf(armed);
  // Months differ in length: the leap is estimated a little short and then walked up.
  const leap = (from: number): number => Math.max(0, Math.floor((earliest - from) / (period.toMillis() * 1.05)));
  let times = Math.max(0, leap(milliseconds(start)) - 1);
  for (let due = afterDuration(start, period, times); due; due = afterDuration(start, period, times)) {
    if (milliseconds(due) >= earliest) return due;
    times += Math.max(1, leap(milliseconds(due)));
  }
  return undefined;
}

const EVERY_MONTH = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

function firstWorkingDay(calendar: Calendar, months: string, armed: Armed): Due | undefined {
  const named = months.split(',').map((month) => (/^(?:[1-9]|1[0-2])$/.test(month) ? Number(month) : Number.NaN));
  const wanted: readonly number[] = months === '*' ? EVERY_MONTH : named;
  if (wanted.some(Number.isNaN)) return undefined;
  const earliest = earliestOf(armed);
  const today = dayOf(armed.from);
  // From this month on; a year and a month later every month has come.
  for (let ahead = 0; ahead <= 13; ahead += 1) {
    const before = lastOfMonthBefore(today, ahead);
    if (!wanted.includes(Number(addDays(before, 1).slice(5, 7)))) continue;
    const { day, provisional } = addWorkingDays(calendar, before, 1);
    const due = endOfDay(addDays(day, -1));
    if (milliseconds(due) >= earliest) return { due, provisional };
  }
  return undefined;
}

function lastOfMonthBefore(day: Day, monthsAhead: number): Day {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + monthsAhead;
  const first: Day = id(`${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`);
  return addDays(first, -1);
}
