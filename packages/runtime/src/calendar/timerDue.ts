import { DateTime, Duration } from 'luxon';
import { instant, milliseconds } from '../words/clock.ts';
import { type Instant, id } from '../words/ids.ts';
import { type Refused, refuse } from '../words/refusal.ts';
import type { Calendar } from './calendar.ts';
import { dayOf, endOfDay, isDay } from './day.ts';
import type { Due } from './limit.ts';
import { addWorkingDays } from './workingDays.ts';

/** A timer as the kernel arms it: `value` is evaluated already. */
export interface TimerValue {
  readonly form: 'duration' | 'date' | 'cycle' | 'workingDays';
  readonly value: string;
}

const ZONE = 'UTC+8';
/** In milliseconds, some hundred years: what is longer is a slip of the pen. */
const LONGEST = 100 * 366 * 86_400_000;
const MOST_WORKING_DAYS = 2500;

/**
 * When a timer fires. `from` is when this occurrence was armed, `occurrence` counts from 1. A day without a time means its 24:00 in
 * Asia/Shanghai, a time without a zone is Shanghai's. A cycle with a start keeps to it and skips what was over before it was armed.
 */
export function timerDue(
  calendar: Calendar,
  timer: TimerValue,
  armed: { readonly from: Instant; readonly occurrence: number },
): ({ readonly ok: true } & Due) | Refused {
  const settled = (due: Instant | undefined) => (due ? ({ ok: true, due, provisional: false } as const) : invalid(timer));
  switch (timer.form) {
    case 'workingDays': {
      const count = /^\d{1,4}$/.test(timer.value) ? Number(timer.value) : Number.NaN;
      if (!(count <= MOST_WORKING_DAYS)) return invalid(timer);
      const { day, provisional } = addWorkingDays(calendar, dayOf(armed.from), count);
      return { ok: true, due: endOfDay(day), provisional };
    }
    case 'duration': {
      const duration = durationIn(timer.value);
      return settled(duration && after(armed.from, duration, 1));
    }
    case 'date':
      return settled(momentIn(timer.value));
    case 'cycle':
      return settled(cycleDue(timer.value, armed));
  }
}

/** `R3/PT1H`, `R/2026-12-01T08:00/P1D`; how often is the kernel's to count. */
function cycleDue(value: string, armed: { readonly from: Instant; readonly occurrence: number }): Instant | undefined {
  const [repeat = '', ...rest] = value.split('/');
  if (!/^R\d{0,6}$/.test(repeat) || rest.length < 1 || rest.length > 2) return undefined;
  const period = durationIn(rest.at(-1) ?? '');
  if (!period || period.toMillis() === 0) return undefined;
  const [begin] = rest;
  if (rest.length === 1 || begin === undefined) return after(armed.from, period, 1);
  const start = startIn(begin);
  return start && nextOf(start, period, armed);
}

/** The first time of the series that has not passed: the very moment of arming counts for the first occurrence only. */
function nextOf(start: Instant, period: Duration, armed: { readonly from: Instant; readonly occurrence: number }): Instant | undefined {
  const from = milliseconds(armed.from);
  const earliest = armed.occurrence === 1 ? from : from + 1;
  // Months differ in length, so the estimate is lowered a little and walked up from; counted from the start, so that the 31st stays the 31st.
  let times = Math.max(0, Math.floor((earliest - milliseconds(start)) / (period.toMillis() * 1.05)) - 1);
  for (let due = after(start, period, times); due; due = after(start, period, times)) {
    if (milliseconds(due) >= earliest) return due;
    times += Math.max(1, Math.floor((earliest - milliseconds(due)) / (period.toMillis() * 1.05)));
  }
  return undefined;
}

function durationIn(value: string): Duration | undefined {
  if (!/^P[\dTYMWDHS.,]{2,40}$/.test(value)) return undefined;
  const duration = Duration.fromISO(value);
  return duration.isValid && duration.toMillis() >= 0 && duration.toMillis() <= LONGEST ? duration : undefined;
}

/** A day begins a cycle at its 00:00, but ends a wait at its 24:00. */
const startIn = (value: string): Instant | undefined => momentIn(isDay(value) ? `${value}T00:00` : value);

function momentIn(value: string): Instant | undefined {
  if (isDay(value)) return endOfDay(value);
  if (!/^\d{4}-\d\d-\d\dT/.test(value)) return undefined;
  const at = DateTime.fromISO(value, { zone: ZONE });
  return at.isValid && at.year >= 1900 && at.year < 2200 ? instant(at.toMillis()) : undefined;
}

const after = (from: Instant, duration: Duration, times: number): Instant | undefined => {
  const at = DateTime.fromISO(from, { zone: ZONE }).plus(duration.mapUnits((amount) => amount * times));
  return at.isValid && at.year < 2200 ? id(at.toUTC().toISO()) : undefined;
};

const EXPECTED = {
  duration: { zh: '时长应写作 P3D、PT1H 这样的形式', en: 'a duration such as P3D or PT1H' },
  date: { zh: '日期应写作 2026-12-01 或 2026-12-01T09:00', en: 'a date such as 2026-12-01 or 2026-12-01T09:00' },
  cycle: { zh: '循环应写作 R3/PT1H 或 R/2026-12-01T08:00/P1D', en: 'a cycle such as R3/PT1H or R/2026-12-01T08:00/P1D' },
  workingDays: {
    zh: `工作日数应为 0 至 ${MOST_WORKING_DAYS} 的整数`,
    en: `a whole number of working days, 0 to ${MOST_WORKING_DAYS}`,
  },
} as const;

const invalid = (timer: TimerValue): Refused => refuse('invalidInput', timer.value.slice(0, 80), EXPECTED[timer.form]);
