import { milliseconds } from '../words/clock.ts';
import type { Instant } from '../words/ids.ts';
import { instant } from '../words/clock.ts';
import type { Calendar } from './calendar.ts';
import { dayOf } from './day.ts';
import { workingDaysBetween } from './workingDays.ts';

/** What is left until a due time, or how far it is past: from the due moment on it is late. */
export interface Remaining {
  /** today: due before 24:00; soon: within three working days. */
  readonly state: 'late' | 'today' | 'soon' | 'later';
  readonly unit: 'wd' | 'h' | 'min';
  /** Whole units, rounded down, of the time left or past; never negative. */
  readonly amount: number;
  readonly due: Instant;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const SOON = 3;

/** Counts what is left in the unit that people use: working days, within a day (or where only days off lie between) hours, at the end minutes. */
export function remaining(calendar: Calendar, due: Instant, now: Instant): Remaining {
  const apart = milliseconds(due) - milliseconds(now);
  const today = dayOf(now);
  // What ends at 24:00 is due on the day that ends there.
  const dueDay = dayOf(instant(milliseconds(due) - 1));
  const workingDays = Math.abs(workingDaysBetween(calendar, today, dueDay));
  const inDays = { unit: 'wd', amount: workingDays, due } as const;
  if (apart <= 0) return { state: 'late', ...(workingDays > 0 ? inDays : inHours(-apart, due)) };
  if (dueDay === today) return { state: 'today', ...inHours(apart, due) };
  return { state: workingDays <= SOON ? 'soon' : 'later', ...(workingDays > 0 ? inDays : inHours(apart, due)) };
}

const inHours = (apart: number, due: Instant) =>
  apart < HOUR
    ? ({ unit: 'min', amount: Math.floor(apart / MINUTE), due } as const)
    : ({ unit: 'h', amount: Math.floor(apart / HOUR), due } as const);
