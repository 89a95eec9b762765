import type { Calendar } from '../calendar/calendar.ts';
import { addLimit, beforeDue, type Due } from '../calendar/limit.ts';
import { beginningIn, momentIn } from '../calendar/moment.ts';
import { isDay } from '../calendar/day.ts';
import type { Deadline } from '../diagram/office.ts';
import type { ElementId, Feel, Instant } from '../words/ids.ts';
import type { Data } from '../words/json.ts';

/** What has just happened and may start clocks. */
export type Occasion =
  | { readonly kind: 'caseStart' }
  /** The element that has these deadlines has opened. */
  | { readonly kind: 'opened' }
  | { readonly kind: 'completed'; readonly step: ElementId }
  /** A field was written. */
  | { readonly kind: 'field'; readonly field: string };

/** What starting clocks needs to know. */
export interface StartContext {
  readonly deadlines: readonly Deadline[];
  readonly on: Occasion;
  readonly at: Instant;
  readonly caseStartedAt: Instant;
  readonly data: Data;
  readonly calendar: Calendar;
  /** Whether a deadline's condition holds on the data of now. */
  holds(condition: Feel): boolean;
  /** When another step was last completed. Without it, a clock that counts from there starts as the step opens. */
  completedAt?(step: ElementId): Instant | undefined;
}

/** A deadline whose clock has started. */
export interface StartedDeadline extends Due {
  readonly deadline: Deadline;
  /** When the holder is warned; absent where that is over already or nothing was asked for. */
  readonly warnAt?: Instant;
}

/**
 * The deadlines that start on an occasion and when they are due. A clock that counts from a field without a date, or from a step not
 * completed yet, does not start; it will on the occasion of that field or step.
 */
export function startDeadlines(context: StartContext): readonly StartedDeadline[] {
  return context.deadlines.flatMap((deadline) => {
    const due = dueOf(context, deadline);
    if (!due || (deadline.when !== undefined && !context.holds(deadline.when))) return [];
    const warnAt = warningOf(context, deadline, due.due);
    return [{ deadline, ...due, ...(warnAt ? { warnAt } : {}) }];
  });
}

function dueOf(context: StartContext, deadline: Deadline): Due | undefined {
  if (deadline.from.kind === 'field')
    return countsNow(context, deadline.from) ? dueFromField(context, deadline, deadline.from.field) : undefined;
  const from = clockStart(context, deadline.from);
  return from && addLimit(context.calendar, from, deadline);
}

function clockStart(context: StartContext, from: Exclude<Deadline['from'], { kind: 'field' }>): Instant | undefined {
  const { on, at } = context;
  switch (from.kind) {
    case 'opened':
      return on.kind === 'opened' ? at : undefined;
    case 'caseStart':
      return on.kind === 'caseStart' || on.kind === 'opened' ? context.caseStartedAt : undefined;
    case 'completed':
      if (on.kind === 'completed') return on.step === from.step ? at : undefined;
      if (on.kind !== 'opened') return undefined;
      return context.completedAt ? context.completedAt(from.step) : at;
  }
}

const countsNow = ({ on }: StartContext, from: Extract<Deadline['from'], { kind: 'field' }>): boolean =>
  on.kind === 'opened' || (on.kind === 'field' && on.field === from.field);

/** A field's day is not counted itself; what is due on the day ends at its 24:00, at the very moment where the field names one. */
function dueFromField({ calendar, data }: StartContext, deadline: Deadline, field: string): Due | undefined {
  const value = data[field];
  if (typeof value !== 'string') return undefined;
  const exact = deadline.unit === 'h' || deadline.unit === 'immediate' || (deadline.unit === 'date' && !isDay(value));
  const from = exact ? momentIn(value) : beginningIn(value);
  return from && addLimit(calendar, from, exact && deadline.unit === 'date' ? { amount: 0, unit: 'immediate' } : deadline);
}

function warningOf({ calendar, at }: StartContext, deadline: Deadline, due: Instant): Instant | undefined {
  if (!deadline.warnBefore) return undefined;
  const warnAt = beforeDue(calendar, due, { amount: deadline.warnBefore, unit: deadline.unit });
  return warnAt && warnAt > at ? warnAt : undefined;
}
