import type { OpenTask } from '../../case/facts.ts';
import type { Element } from '../../diagram/model.ts';
import { covers } from '../../organization/clearance.ts';
import { personName } from '../../organization/names.ts';
import type { HeldSeat, Viewer } from '../../organization/viewer.ts';
import type { PersonId, VisitId } from '../../words/ids.ts';
import { refuse, type Refused } from '../../words/refusal.ts';
import type { Commit } from '../../ports/commit.ts';
import { notFound, type Deciding } from '../decide.ts';
import type { Definition } from '../definitions.ts';
import { barredFrom } from '../record/doers.ts';
import { alreadyDone } from './alreadyDone.ts';

/** A task in somebody's hands, with its step. */
export interface Held {
  readonly task: OpenTask;
  readonly definition: Definition;
  readonly element: Element;
  readonly viewer: Viewer;
  /** The seat through which it is theirs. */
  readonly seat: HeldSeat;
}

/** The seats of the task on which this viewer sits; those deputised only for their flows. */
export const seatsThatHold = (
  viewer: Viewer,
  task: Pick<OpenTask, 'seats'>,
  definition: { readonly process: Pick<Definition['process'], 'key'> },
): readonly HeldSeat[] =>
  viewer.seats.filter((held) => task.seats.includes(held.seat) && (!held.flows || held.flows.includes(definition.process.key)));

/** Who may not do this step because they did another, themselves or through a deputy (notSameAs). */
export const excludedFrom = (deciding: Deciding, definition: Definition, element: Element): readonly PersonId[] =>
  barredFrom(deciding.draft.facts, definition.ref, element);

/**
 * The task, if it is this person's to do: addressed to a seat of theirs, not taken by another, not barred by clearance or the separation
 * of duties – which bind a deputy and whoever is represented alike. Whoever has nothing to do with the case hears `notFound`; whoever
 * comes too late hears who was faster and when.
 */
export async function heldTask(deciding: Deciding, visit: VisitId, log: () => Promise<readonly Commit[]>): Promise<Held | Refused> {
  const { draft, viewer } = deciding;
  if (!viewer || !covers(viewer.clearance, draft.facts.clearance)) return notFound(visit);
  const task = draft.facts.tasks.find((open) => open.visit === visit);
  if (!task) return alreadyDone(deciding, visit, await log());
  const definition = deciding.recorder.definition(task.definition);
  const element = definition?.plan.element(task.element);
  if (!definition || !element) return notFound(visit);
  const seats = seatsThatHold(viewer, task, definition).filter((seat) => isCleared(deciding, seat.onBehalfOf));
  if (seats.length === 0) return notFound(visit);
  const excluded = excludedFrom(deciding, definition, element);
  const seat = excluded.includes(viewer.person) ? undefined : seats.find((one) => !one.onBehalfOf || !excluded.includes(one.onBehalfOf));
  if (!seat)
    return refuse('notAllowed', element.name.zh, {
      zh: '您（或您所代理的人）已办理过须由他人经手的步骤，本步骤应由另一人办理',
      en: 'You, or the person you stand in for, did a step that must be done by somebody else; this one needs another person',
    });
  if (task.takenBy && task.takenBy !== viewer.person) return takenByAnother(deciding, element, task);
  deciding.onBehalfOf(seat.onBehalfOf);
  return { task, definition, element, viewer, seat };
}

/** Nobody sees through a deputy what they may not see themselves. */
function isCleared({ draft, recorder }: Deciding, represented: PersonId | undefined): boolean {
  if (represented === undefined) return true;
  const person = recorder.organization.people.find((one) => one.id === represented);
  return person !== undefined && covers(person.clearance, draft.facts.clearance);
}

function takenByAnother({ recorder }: Deciding, element: Element, task: OpenTask): Refused {
  const name = task.takenBy ? personName(recorder.organization, task.takenBy) : { zh: '' };
  return {
    ...refuse('takenByAnother', element.name.zh, {
      zh: `此任务已由${name.zh}签收`,
      en: `This task was signed for by ${name.en ?? name.zh}`,
    }),
    by: { name: name.zh, at: task.takenAt ?? task.openedAt },
  };
}
