import type { OpenTask } from '../../case/facts.ts';
import { directoryOf, type Directory } from '../../organization/directory.ts';
import { fallBack } from '../../organization/fallBack.ts';
import type { Organization } from '../../organization/model.ts';
import type { Viewer } from '../../organization/viewer.ts';
import { seatsOf } from '../../organization/viewerOf.ts';
import { caseAndVisit, type PersonId, type Seat, type TaskId, type VisitId } from '../../words/ids.ts';
import { refuse } from '../../words/refusal.ts';
import { notFound, type CaseCommands, type Deciding } from '../decide.ts';
import type { Parts } from '../parts.ts';
import { withReaders } from '../record/tasks.ts';
import { excludedFrom } from './holder.ts';

/**
 * Whoever leaves hands over: what they had signed for goes back to its seats, and a task whose seats nobody holds any more falls to whom
 * work falls from an empty seat. Looked for whenever the organization is another one than last time.
 */
export function handOver(parts: Parts, cases: CaseCommands): () => Promise<void> {
  let seen: Organization | undefined;
  return async () => {
    const organization = await parts.house.organization();
    if (organization === seen) return;
    const directory = directoryOf(organization);
    for (const viewer of leftBehind(organization, directory)) {
      for (const task of await tasksBefore(parts, viewer)) {
        const ids = caseAndVisit(task);
        if (ids) await cases.run(ids.caseId, { who: 'system', via: 'system' }, async (deciding) => pass(deciding, ids.visit));
      }
    }
    seen = organization;
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

async function tasksBefore(parts: Parts, viewer: Viewer): Promise<readonly TaskId[]> {
  const found: TaskId[] = [];
  for (const list of ['todo', 'read'] as const) {
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await parts.store.views.tasks(viewer, { list, limit: 100, ...(cursor ? { cursor } : {}) });
      found.push(...page.rows.map((row) => row.id));
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
  const gone = task.takenBy !== null && directory.person(task.takenBy)?.active !== true;
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

/** Where work falls from these seats; where they are while nobody at all is left. */
function fallenTo(deciding: Deciding, task: OpenTask): readonly Seat[] {
  const { recorder } = deciding;
  const definition = recorder.definition(task.definition);
  const element = definition?.plan.element(task.element);
  const exclude: readonly PersonId[] = definition && element ? excludedFrom(deciding, definition, element) : [];
  const seats = new Set(task.seats.flatMap((seat) => fallBack(recorder.organization, seat, exclude)));
  return seats.size > 0 ? [...seats] : task.seats;
}
