import type { Calendar } from '../calendar/calendar.ts';
import type { Due } from '../calendar/limit.ts';
import type { Deadline } from '../diagram/office.ts';
import type { ElementId, Feel, Instant } from '../words/ids.ts';
import type { Data } from '../words/json.ts';
import { countFrom, warningOf } from './count.ts';

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
  /** What it counts from: a moment, or a field's value. */
  readonly from: string;
  /** When the holder is warned; absent where that is over already or nothing was asked for. */
  readonly warnAt?: Instant;
}

/**
 * The deadlines that start on an occasion and when they are due. A clock that counts from a field without a date, or from a step not
 * completed yet, does not start; it will on the occasion of that field or step.
 */
export function startDeadlines(context: StartContext): readonly StartedDeadline[] {
  return context.deadlines.flatMap((deadline) => {
    const from = clockStart(context, deadline.from);
    const due = from === undefined ? undefined : countFrom(context.calendar, deadline, from);
    if (from === undefined || !due || (deadline.when !== undefined && !context.holds(deadline.when))) return [];
    const warnAt = warningOf(context.calendar, deadline, { due: due.due, at: context.at });
    return [{ deadline, from, ...due, ...(warnAt ? { warnAt } : {}) }];
  });
}

/** What the clock counts from, where the occasion starts it: a moment, or a field's value. */
function clockStart(context: StartContext, from: Deadline['from']): string | undefined {
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
    case 'field': {
      const value = on.kind === 'opened' || (on.kind === 'field' && on.field === from.field) ? context.data[from.field] : undefined;
      return typeof value === 'string' ? value : undefined;
    }
  }
}
