import { dayOf } from '../../calendar/day.ts';
import type { OpenTask } from '../../case/facts.ts';
import { covers } from '../../organization/clearance.ts';
import { directoryOf, type Directory } from '../../organization/directory.ts';
import { fallBack } from '../../organization/fallBack.ts';
import type { Organization } from '../../organization/model.ts';
import type { Viewer } from '../../organization/viewer.ts';
import { seatsOf, viewerOf } from '../../organization/viewerOf.ts';
import type { TaskRow } from '../../ports/rows.ts';
import { caseAndVisit, keyAndVersion, type Day, type PersonId, type Seat, type VisitId } from '../../words/ids.ts';
import { refuse } from '../../words/refusal.ts';
import { notFound, type CaseCommands, type Deciding } from '../decide.ts';
import type { Parts } from '../parts.ts';
import { withReaders } from '../record/tasks.ts';
import { excludedFrom, seatsThatHold } from './holder.ts';

/**
 * Whoever leaves hands over: what they had signed for goes back to its seats, and a task whose seats nobody holds any more falls to whom
 * work falls from an empty seat. Whoever moved to another post, or is no longer somebody's deputy, gives back what they had signed for.
 * Looked for whenever the organization is another one than last time, and each new day.
 */
export function handOver(parts: Parts, cases: CaseCommands): () => Promise<void> {
  let seen: { readonly organization: Organization; readonly today: Day } | undefined;
  return async () => {
    const organization = await parts.house.organization();
    const today = dayOf(parts.clock.now());
    if (organization === seen?.organization && today === seen.today) return;
    const directory = directoryOf(organization);
    for (const viewer of [...leftBehind(organization, directory), ...movedOn(organization)]) {
      for (const task of await tasksBefore(parts, viewer)) {
        const ids = caseAndVisit(task.id);
        if (!ids || mayKeep(viewerOf(organization, viewer.person, today), task)) continue;
        await cases.run(ids.caseId, { who: 'system', via: 'system' }, async (deciding) => pass(deciding, ids.visit));
      }
    }
    seen = { organization, today };
  };
}

/** Through whose eyes the tasks are found that have nobody: each who has left, with the seats that stand empty without them. */
function leftBehind(organization: Organization, directory: Directory): readonly Viewer[] {
  return organization.people
    .filter((person) => !person.active)
    .map((person) => ({
      person: person.id,
      roles: [],
      clearance: 'topSecret',
      seats: seatsOf(person)
        .filter((seat) => directory.holders(seat).length === 0)
        .map((seat) => ({ seat })),
    }));
}

/** Those who are still here, with nothing but what they have signed for. */
const movedOn = ({ people }: Organization): readonly Viewer[] =>
  people.filter((person) => person.active).map((person) => ({ person: person.id, roles: [], clearance: 'topSecret', seats: [] }));

/** Whether whoever signed for a task could still sign for it. */
const mayKeep = (viewer: Viewer | undefined, { seats, flow, clearance }: Pick<TaskRow, 'seats' | 'flow' | 'clearance'>): boolean =>
  viewer !== undefined && covers(viewer.clearance, clearance) && seatsThatHold(viewer, { seats }, { process: { key: flow } }).length > 0;

async function tasksBefore(parts: Parts, viewer: Viewer): Promise<readonly TaskRow[]> {
  const found: TaskRow[] = [];
  for (const list of ['todo', 'read'] as const) {
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await parts.store.views.tasks(viewer, { list, limit: 100, ...(cursor ? { cursor } : {}) });
      found.push(...page.rows);
      cursor = page.next;
    }
  }
  return found;
}

function pass(deciding: Deciding, visit: VisitId) {
  const { draft, recorder } = deciding;
  const directory = directoryOf(recorder.organization);
  const task = draft.facts.tasks.find((open) => open.visit === visit);
  if (!task) return notFound(visit);
  const gone = task.takenBy !== null && !mayKeep(viewerOf(recorder.organization, task.takenBy, dayOf(draft.at)), asRow(deciding, task));
  const vacant = task.seats.every((seat) => directory.holders(seat).length === 0);
  if (!gone && !vacant) return refuse('notWaiting', visit, { zh: '无人办理的任务', en: 'A task that has nobody' });
  const seats = vacant ? fallenTo(deciding, task) : task.seats;
  draft.facts = {
    ...draft.facts,
    tasks: draft.facts.tasks.map((open) => (open === task ? { ...open, seats, ...(gone ? { takenBy: null, takenAt: null } : {}) } : open)),
    readers: withReaders(draft.facts.readers, seats),
  };
  draft.touched.set(visit, 'open');
  if (gone) draft.events.push({ type: 'TaskReleased', visit });
  if (vacant) {
    draft.events.push({ type: 'SeatEmpty', visit, element: task.element, wanted: task.seats.join(' '), fellTo: seats });
  }
  return undefined;
}

/** What the row of a task tells of who may hold it. */
const asRow = ({ draft }: Deciding, { seats, definition }: OpenTask): Pick<TaskRow, 'seats' | 'flow' | 'clearance'> => ({
  seats,
  flow: keyAndVersion(definition).key,
  clearance: draft.facts.clearance,
});

/** Where work falls from these seats; where they are while nobody at all is left. */
function fallenTo(deciding: Deciding, task: OpenTask): readonly Seat[] {
  const { recorder } = deciding;
  const definition = recorder.definition(task.definition);
  const element = definition?.plan.element(task.element);
  const exclude: readonly PersonId[] = definition && element ? excludedFrom(deciding, definition, element) : [];
  const seats = new Set(task.seats.flatMap((seat) => fallBack(recorder.organization, seat, exclude)));
  return seats.size > 0 ? [...seats] : task.seats;
}
