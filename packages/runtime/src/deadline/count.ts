import type { Calendar } from '../calendar/calendar.ts';
import { isDay } from '../calendar/day.ts';
import { addLimit, beforeDue, type Due } from '../calendar/limit.ts';
import { beginningIn, momentIn } from '../calendar/moment.ts';
import type { Deadline } from '../diagram/office.ts';
import { id, type Instant } from '../words/ids.ts';

/**
 * When a deadline is due that counts from this: a moment, or what its date field says. Undefined where that is no date. A field's day is
 * not counted itself; what is due on the day ends at its 24:00, at the very moment where the field names one.
 */
export function countFrom(calendar: Calendar, deadline: Deadline, from: string): Due | undefined {
  if (deadline.from.kind !== 'field') return addLimit(calendar, id<'utc'>(from), deadline);
  const exact = deadline.unit === 'h' || deadline.unit === 'immediate' || (deadline.unit === 'date' && !isDay(from));
  const moment = exact ? momentIn(from) : beginningIn(from);
  return moment && addLimit(calendar, moment, exact && deadline.unit === 'date' ? { amount: 0, unit: 'immediate' } : deadline);
}

/** When the holder is warned of what is due then; undefined where that is over already at `at`, or nothing was asked for. */
export function warningOf(
  calendar: Calendar,
  deadline: Deadline,
  about: { readonly due: Instant; readonly at: Instant },
): Instant | undefined {
  if (!deadline.warnBefore) return undefined;
  const warnAt = beforeDue(calendar, about.due, { amount: deadline.warnBefore, unit: deadline.unit });
  return warnAt && warnAt > about.at ? warnAt : undefined;
}
