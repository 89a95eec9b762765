import type { Calendar } from '../../calendar/calendar.ts';
import { remaining } from '../../calendar/remaining.ts';
import { remainingInWords } from '../../calendar/remainingInWords.ts';
import type { Organization } from '../../organization/model.ts';
import type { CaseRow, TaskRow } from '../../ports/rows.ts';
import { taskId, type Instant } from '../../words/ids.ts';
import type { CaseCard, Due, TaskCard } from '../pages.ts';
import type { Definition } from '../definitions.ts';
import { personRef, seatRef } from './done.ts';

/** What cards are made with. */
export interface Showing {
  readonly organization: Organization;
  readonly calendar: Calendar;
  readonly now: Instant;
  definition(ref: TaskRow['definition']): Definition | undefined;
}

/** A due time with what is left of it, in both languages. */
export function dueOf(showing: Showing, at: Instant | null, provisional = false): Due | null {
  if (!at) return null;
  const left = remaining(showing.calendar, at, showing.now);
  return { at, state: left.state, words: { zh: remainingInWords(left, 'zh'), en: remainingInWords(left, 'en') }, provisional };
}

/** A task as a card of the board. */
export function taskCard(showing: Showing, row: TaskRow): TaskCard {
  const { organization } = showing;
  const open = row.state === 'open';
  return {
    id: row.id,
    case: row.case,
    flow: row.flow,
    flowName: row.flowName,
    step: row.step,
    element: row.element,
    title: row.title,
    number: row.number,
    from: row.from ? personRef(organization, row.from) : null,
    openedAt: row.openedAt,
    closedAt: row.closedAt,
    state: row.state,
    due: open ? dueOf(showing, row.due, row.provisional) : null,
    risk: row.risk,
    urgency: row.urgency,
    clearance: row.clearance,
    takenBy: row.takenBy ? personRef(organization, row.takenBy) : null,
    seats: row.seats.map((seat) => seatRef(organization, seat)),
    returned: row.returned ? { by: personRef(organization, row.returned.by), reason: row.returned.reason } : null,
    guidance: showing.definition(row.definition)?.plan.element(row.element)?.office.guidance ?? null,
    batch: row.batch,
    quick: row.quick.map(({ value, name, manner }) => ({
      value,
      name,
      manner: manner === 'back' || manner === 'refuse' ? manner : 'forward',
    })),
  };
}

/** A case as a line of a list. */
export function caseCard(showing: Showing, row: CaseRow): CaseCard {
  const { organization } = showing;
  return {
    id: row.id,
    flow: row.flow,
    flowName: row.flowName,
    title: row.title,
    number: row.number,
    status: row.status,
    startedAt: row.startedAt,
    endedAt: row.endedAt,
    initiator: row.initiator ? personRef(organization, row.initiator) : null,
    open: row.open.map((task) => ({
      task: taskId(row.id, task.visit),
      element: task.element,
      step: task.step,
      seats: task.seats.map((seat) => seatRef(organization, seat)),
      takenBy: task.takenBy ? personRef(organization, task.takenBy) : null,
      since: task.openedAt,
      due: dueOf(showing, task.due),
    })),
    due: dueOf(showing, row.due),
  };
}
