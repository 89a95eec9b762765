import { instant, milliseconds } from '../words/clock.ts';
import type { Instant } from '../words/ids.ts';
import type { Calendar } from './calendar.ts';
import { addDays, dayOf, endOfDay } from './day.ts';
import { addWorkingDays } from './workingDays.ts';

/** wd working days, d calendar days, h hours; sameDay ends at 24:00; immediate is due at once; date is a day stated, due at its 24:00. */
export type LimitUnit = 'wd' | 'd' | 'h' | 'sameDay' | 'immediate' | 'date';

/** How long something may take: so many of a unit; `sameDay`, `immediate` and `date` do not look at the amount. */
export interface Limit {
  readonly amount: number;
  readonly unit: LimitUnit;
}

/** When something is due. */
export interface Due {
  readonly due: Instant;
  /** Counted into a year that is not announced: to be counted again when it is. */
  readonly provisional: boolean;
}

const HOUR = 3_600_000;

/** When a limit ends whose clock starts at `from`. The first day is not counted; days end at 24:00 in Asia/Shanghai; hours are clock hours. */
export function addLimit(calendar: Calendar, from: Instant, limit: Limit): Due {
  const settled = (due: Instant): Due => ({ due, provisional: false });
  switch (limit.unit) {
    case 'wd': {
      const { day, provisional } = addWorkingDays(calendar, dayOf(from), limit.amount);
      return { due: endOfDay(day), provisional };
    }
    case 'd':
      return settled(endOfDay(addDays(dayOf(from), limit.amount)));
    case 'h':
      return settled(instant(milliseconds(from) + limit.amount * HOUR));
    case 'sameDay':
    case 'date':
      return settled(endOfDay(dayOf(from)));
    case 'immediate':
      return settled(from);
  }
}

/** So long before a due time, in the due time's own unit (days for `date`); undefined for units that leave no time before. */
export function beforeDue(calendar: Calendar, due: Instant, limit: Limit): Instant | undefined {
  // What ends at 24:00 belongs to the day before that moment.
  const day = dayOf(instant(milliseconds(due) - 1));
  switch (limit.unit) {
    case 'wd':
      return endOfDay(addWorkingDays(calendar, day, -limit.amount).day);
    case 'd':
    case 'date':
      return endOfDay(addDays(day, -limit.amount));
    case 'h':
      return instant(milliseconds(due) - limit.amount * HOUR);
    case 'sameDay':
    case 'immediate':
      return undefined;
  }
}
