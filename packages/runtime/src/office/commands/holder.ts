import type { OpenTask } from '../../case/facts.ts';
import type { Element } from '../../diagram/model.ts';
import { personName } from '../../organization/names.ts';
import type { Viewer } from '../../organization/viewer.ts';
import type { PersonId, VisitId } from '../../words/ids.ts';
import { refuse, type Refused } from '../../words/refusal.ts';
import { eventsOf } from '../caseLog.ts';
import type { Commit } from '../../ports/commit.ts';
import { notFound, type Deciding } from '../decide.ts';
import type { Definition } from '../definitions.ts';
import { stepKey } from '../record/tasks.ts';

/** A task in somebody's hands, with its step. */
export interface Held {
  readonly task: OpenTask;
  readonly definition: Definition;
  readonly element: Element;
  readonly viewer: Viewer;
  /** Through a seat deputised: on whose behalf. */
  readonly onBehalfOf?: PersonId;
}

/** Whether this viewer sits on a seat of the task; through a deputised seat only for its flows. */
export function seatThatHolds(viewer: Viewer, task: Pick<OpenTask, 'seats'>, definition: Pick<Definition, 'process'>) {
  return viewer.seats.find((held) => task.seats.includes(held.seat) && (!held.flows || held.flows.includes(definition.process.key)));
}

/** Who may not do this step because they did another (notSameAs). */
export const excludedFrom = (deciding: Deciding, definition: Definition, element: Element): readonly PersonId[] =>
  element.office.notSameAs.flatMap((other) => deciding.draft.facts.doers[stepKey(definition.ref, other)]?.person ?? []);

/**
 * The task, if it is this person's to do: addressed to a seat of theirs, not taken by another, not barred by the separation of duties.
 * Whoever has nothing to do with the case hears `notFound`; whoever comes too late hears who was faster and when.
 */
export async function heldTask(deciding: Deciding, visit: VisitId, log: () => Promise<readonly Commit[]>): Promise<Held | Refused> {
  const { draft, recorder, viewer } = deciding;
  if (!viewer) return notFound(visit);
  const task = draft.facts.tasks.find((open) => open.visit === visit);
  if (!task) return alreadyDone(deciding, visit, await log());
  const definition = recorder.definition(task.definition);
  const element = definition?.plan.element(task.element);
  if (!definition || !element) return notFound(visit);
  const seat = seatThatHolds(viewer, task, definition);
  if (!seat) return notFound(visit);
  if (excludedFrom(deciding, definition, element).includes(viewer.person)) {
    return refuse('notAllowed', element.name.zh, {
      zh: '您已办理过须由他人经手的步骤，本步骤应由另一人办理',
      en: 'You did a step that must be done by somebody else; this one needs another person',
    });
  }
  if (task.takenBy && task.takenBy !== viewer.person) {
    const name = personName(recorder.organization, task.takenBy);
    return {
      ...refuse('takenByAnother', element.name.zh, {
        zh: `此任务已由${name.zh}签收`,
        en: `This task was signed for by ${name.en ?? name.zh}`,
      }),
      by: { name: name.zh, at: task.takenAt ?? task.openedAt },
    };
  }
  return { task, definition, element, viewer, ...(seat.onBehalfOf ? { onBehalfOf: seat.onBehalfOf } : {}) };
}

/** A task that is no longer open: who ended it and when – but only to those it was addressed to, or who may read the case. */
function alreadyDone(deciding: Deciding, visit: VisitId, commits: readonly Commit[]): Refused {
  const { draft, recorder, viewer } = deciding;
  const mayRead = viewer?.seats.some((held) => draft.facts.readers.includes(held.seat));
  const ended = commits.find((commit) =>
    eventsOf(commit).some(
      (event) =>
        (event.type === 'TaskCompleted' || event.type === 'TaskClosed' || event.type === 'CaseReturned') &&
        ('visit' in event ? event.visit : event.from) === visit,
    ),
  );
  if (!mayRead || !ended) return notFound(visit);
  const name = ended.actor.id === 'system' ? { zh: '系统', en: 'the system' } : personName(recorder.organization, ended.actor.id);
  return {
    ...refuse('alreadyDone', visit, { zh: `这一步已由${name.zh}办理`, en: `This step was already done by ${name.en ?? name.zh}` }),
    by: { name: name.zh, at: ended.at },
  };
}
