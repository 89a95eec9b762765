import type { RunningDeadline } from '../../case/facts.ts';
import { startDeadlines } from '../../deadline/start.ts';
import { isStoppedBy } from '../../deadline/stop.ts';
import type { Element } from '../../diagram/model.ts';
import { caseStream, type ElementId, type VisitId } from '../../words/ids.ts';
import type { Data } from '../../words/json.ts';
import type { DueRow } from '../../ports/rows.ts';
import type { Definition } from '../definitions.ts';
import type { CaseDraft } from './draft.ts';
import type { Recorder } from './recorder.ts';

/** The clocks that start when a step opens. */
export function startStepDeadlines(
  recorder: Recorder,
  draft: CaseDraft,
  step: { readonly element: Element; readonly visit: VisitId; readonly definition: Definition; readonly data: Data },
): void {
  const started = startDeadlines({
    deadlines: step.element.office.deadlines,
    on: { kind: 'opened' },
    at: draft.at,
    caseStartedAt: draft.facts.startedAt,
    data: step.data,
    calendar: recorder.calendar,
    holds: (condition) => recorder.holds(condition, step.data, draft.at),
  });
  for (const { deadline, due, warnAt, provisional } of started) {
    const running: RunningDeadline = {
      deadline: deadline.id,
      element: step.element.id,
      definition: step.definition.ref,
      visit: step.visit,
      due,
      warnAt: warnAt ?? null,
      provisional,
      passed: false,
    };
    draft.facts = { ...draft.facts, deadlines: [...draft.facts.deadlines, running] };
    draft.events.push({
      type: 'DeadlineSet',
      deadline: running.deadline,
      visit: running.visit,
      element: running.element,
      due,
      ...(warnAt ? { warnAt } : {}),
      provisional,
    });
    draft.due.push(dueRow(draft, running, { kind: 'deadline', state: 'armed' }));
    if (warnAt) draft.due.push(dueRow(draft, running, { kind: 'warning', state: 'armed' }));
  }
}

/** A step is over: the clocks that it stops stop, its own unless they run until a later step, and those that run until it. */
export function endDeadlines(recorder: Recorder, draft: CaseDraft, step: { readonly visit: VisitId; readonly element: ElementId }): void {
  const over = draft.facts.deadlines.filter((running) => {
    const deadline = recorder
      .definition(running.definition)
      ?.plan.element(running.element)
      ?.office.deadlines.find((one) => one.id === running.deadline);
    if (!deadline?.until) return running.visit === step.visit;
    return isStoppedBy(deadline, running.element, step.element);
  });
  if (over.length === 0) return;
  draft.facts = { ...draft.facts, deadlines: draft.facts.deadlines.filter((running) => !over.includes(running)) };
  for (const running of over) {
    draft.due.push(dueRow(draft, running, { kind: 'deadline', state: 'cleared' }));
    if (running.warnAt) draft.due.push(dueRow(draft, running, { kind: 'warning', state: 'cleared' }));
  }
}

/** The row that the sweep finds. */
export function dueRow(draft: CaseDraft, running: RunningDeadline, { kind, state }: Pick<DueRow, 'kind' | 'state'>): DueRow {
  const stream = caseStream(draft.facts.case);
  return {
    table: 'due',
    id: `${stream}#${running.deadline}:${running.visit ?? ''}:${kind}`,
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
