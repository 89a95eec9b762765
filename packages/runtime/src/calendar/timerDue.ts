import type { Instant } from '../words/ids.ts';
import { type Refused, refuse } from '../words/refusal.ts';
import type { Calendar } from './calendar.ts';
import { type Armed, cycleDue } from './cycle.ts';
import { afterDuration, durationIn } from './duration.ts';
import { addLimit, type Due, type LimitUnit } from './limit.ts';
import { beginningIn, momentIn } from './moment.ts';

/** A timer as the kernel arms it: `value` is evaluated already. */
export interface TimerValue {
  readonly form: 'duration' | 'date' | 'cycle' | 'workingDays';
  readonly value: string;
}

/** Ten years of them. */
const MOST_WORKING_DAYS = 2500;

/**
 * When a timer fires. A day without a time means its 24:00 in Asia/Shanghai, a time without a zone is Shanghai's; `2026-12-31/-3wd` is
 * three working days before (d and h likewise). Whole working days end at 24:00.
 */
export function timerDue(calendar: Calendar, timer: TimerValue, armed: Armed): ({ readonly ok: true } & Due) | Refused {
  const due = dueOf(calendar, timer, armed);
  return due ? { ok: true, ...due } : refuse('invalidInput', timer.value.slice(0, 80), EXPECTED[timer.form]);
}

/** Whether a text is a time at all that a timer set at this moment can wait for. It does not depend on the days off. */
export const isTimer = (timer: TimerValue, at: Instant): boolean => timerDue(EVERY_DAY, timer, { from: at, occurrence: 1 }).ok;

const EVERY_DAY: Calendar = { isWorkingDay: () => true, announced: () => true };

function dueOf(calendar: Calendar, timer: TimerValue, armed: Armed): Due | undefined {
  switch (timer.form) {
    case 'workingDays': {
      const amount = wholeNumber(timer.value);
      return amount === undefined ? undefined : addLimit(calendar, armed.from, { amount, unit: 'wd' });
    }
    case 'duration': {
      const duration = durationIn(timer.value);
      const due = duration && afterDuration(armed.from, duration);
      return due && { due, provisional: false };
    }
    case 'date':
      return dateDue(calendar, timer.value);
    case 'cycle':
      return cycleDue(calendar, timer.value, armed);
  }
}

function dateDue(calendar: Calendar, value: string): Due | undefined {
  const [text = '', offset] = value.split('/');
  // People who mean never write 9999-12-31T23:59:59; only where days are counted from it, a date has to be near.
  const at = momentIn(text, offset === undefined ? 10_000 : undefined);
  if (!at || offset === undefined) return at && { due: at, provisional: false };
  const [, sign = '', digits = '', unit = ''] = /^([+-])(\d{1,4})(wd|d|h)$/.exec(offset) ?? [];
  const amount = wholeNumber(digits);
  // Days are counted from the day that is named, hours from the moment at which it ends.
  const from = unit === 'h' ? at : beginningIn(text);
  if (amount === undefined || !from || value !== `${text}/${offset}`) return undefined;
  return addLimit(calendar, from, { amount: sign === '-' ? -amount : amount, unit: unit as LimitUnit });
}

function wholeNumber(text: string): number | undefined {
  const number = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  return number <= MOST_WORKING_DAYS ? number : undefined;
}

const EXPECTED = {
  duration: { zh: '时长应写作 P3D、PT1H 这样的形式', en: 'a duration such as P3D or PT1H' },
  date: {
    zh: '日期应写作 2026-12-01、2026-12-01T09:00 或 2026-12-01/-3wd',
    en: 'a date such as 2026-12-01, 2026-12-01T09:00 or 2026-12-01/-3wd',
  },
  cycle: {
    zh: '循环应写作 R3/PT1H、R/2026-12-01T08:00/P1D 或 firstWorkingDay/1,7',
    en: 'a cycle such as R3/PT1H, R/2026-12-01T08:00/P1D or firstWorkingDay/1,7',
  },
  workingDays: {
    zh: `工作日数应为 0 至 ${MOST_WORKING_DAYS} 的整数`,
    en: `a whole number of working days, 0 to ${MOST_WORKING_DAYS}`,
  },
} as const;
