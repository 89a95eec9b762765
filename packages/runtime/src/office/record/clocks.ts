import type { RunningDeadline } from '../../case/facts.ts';
import type { DueRow } from '../../ports/rows.ts';
import { caseStream } from '../../words/ids.ts';
import { limitId, tasksLimitedBy } from '../limits.ts';
import type { CaseDraft } from './draft.ts';
import { looking, type Recorder } from './recorder.ts';

const sameClock = (one: RunningDeadline, other: RunningDeadline): boolean =>
  one.deadline === other.deadline && one.definition === other.definition && one.scope === other.scope && one.visit === other.visit;

/** Starts a clock, or sets it anew where it runs already; the sweep finds its rows. */
export function startClock(recorder: Recorder, draft: CaseDraft, running: RunningDeadline): void {
  const before = draft.facts.deadlines.find((one) => sameClock(one, running));
  if (before && before.due === running.due && before.warnAt === running.warnAt && before.provisional === running.provisional) return;
  const others = draft.facts.deadlines.filter((one) => one !== before);
  draft.facts = { ...draft.facts, deadlines: [...others, running] };
  draft.events.push({
    type: 'DeadlineSet',
    deadline: running.deadline,
    visit: running.visit,
    element: running.element,
    due: running.due,
    ...(running.warnAt ? { warnAt: running.warnAt } : {}),
    provisional: running.provisional,
  });
  if (!running.passed) draft.due.push(dueRow(draft, running, { kind: 'deadline', state: 'armed' }));
  if (running.warnAt && !running.warned) draft.due.push(dueRow(draft, running, { kind: 'warning', state: 'armed' }));
  else if (before?.warnAt) draft.due.push(dueRow(draft, before, { kind: 'warning', state: 'cleared' }));
  touchLimited(recorder, draft, running);
}

/** Clocks are over: nothing is fired any more. */
export function endClocks(recorder: Recorder, draft: CaseDraft, over: readonly RunningDeadline[]): void {
  if (over.length === 0) return;
  draft.facts = { ...draft.facts, deadlines: draft.facts.deadlines.filter((running) => !over.includes(running)) };
  for (const running of over) {
    draft.due.push(dueRow(draft, running, { kind: 'deadline', state: 'cleared' }));
    if (running.warnAt) draft.due.push(dueRow(draft, running, { kind: 'warning', state: 'cleared' }));
    touchLimited(recorder, draft, running);
  }
}

/** A clock has run to its warning or its end: once each, and it stands in the timeline. */
export function fireClock(
  recorder: Recorder,
  draft: CaseDraft,
  about: { readonly running: RunningDeadline; readonly kind: 'warning' | 'deadline' },
): void {
  const { running, kind } = about;
  const fired = kind === 'deadline' ? { ...running, passed: true } : { ...running, warned: true };
  draft.facts = { ...draft.facts, deadlines: draft.facts.deadlines.map((one) => (one === running ? fired : one)) };
  draft.due.push(dueRow(draft, running, { kind, state: 'fired' }));
  touchLimited(recorder, draft, running);
  draft.events.push({
    type: kind === 'deadline' ? 'DeadlinePassed' : 'DeadlineWarned',
    deadline: running.deadline,
    visit: running.visit,
    element: running.element,
  });
}

/** Cards of open tasks say when they are due, so their rows are written anew. */
function touchLimited(recorder: Recorder, draft: CaseDraft, running: RunningDeadline): void {
  for (const task of tasksLimitedBy(looking(recorder, draft), draft.facts.tasks, running)) draft.touched.set(task.visit, 'open');
}

/** The row that the sweep finds: one per clock and kind, so that setting a clock anew moves its row. */
export function dueRow(draft: CaseDraft, running: RunningDeadline, { kind, state }: Pick<DueRow, 'kind' | 'state'>): DueRow {
  const stream = caseStream(draft.facts.case);
  return {
    table: 'due',
    id: `${stream}#${limitId(running)}:${kind}`,
    revision: draft.revision,
    stream,
    kind,
    at: kind === 'warning' && running.warnAt ? running.warnAt : running.due,
    ref: running.deadline,
    visit: running.visit,
    occurrence: 1,
    state,
    provisional: running.provisional,
  };
}
