import type { CaseEvent } from '../../case/event.ts';
import type { Commit } from '../../ports/commit.ts';
import { keyAndVersion, type ElementId, type VisitId } from '../../words/ids.ts';
import { eventsOf } from '../caseLog.ts';
import type { Definition } from '../definitions.ts';
import type { PathStep } from '../pages.ts';
import type { Showing } from './cards.ts';
import { personRef } from './done.ts';
import { stepsOf } from './next.ts';

/** The path strip: what was done (by whom, last time), where it is, and the steps drawn after it. */
export function pathOf(about: {
  readonly log: readonly Commit[];
  readonly definition: Definition;
  readonly showing: Showing;
  readonly now: ElementId;
}): readonly PathStep[] {
  const { definition, showing } = about;
  const done = new Map<ElementId, PathStep>();
  const inside = new Set<VisitId>();
  const { key } = keyAndVersion(definition.ref);
  const idNow = renames(about.log.flatMap(eventsOf));
  for (const commit of about.log) {
    for (const event of eventsOf(commit)) {
      if (event.type === 'TaskOpened' && keyAndVersion(event.definition).key === key) inside.add(event.visit);
      if (event.type !== 'TaskCompleted' || commit.actor.id === 'system' || !inside.has(event.visit)) continue;
      const element = definition.plan.element(idNow(event.element));
      if (!element) continue;
      done.delete(element.id);
      done.set(element.id, {
        element: element.id,
        name: element.name,
        state: 'done',
        people: [personRef(showing.organization, commit.actor.id)],
        at: commit.at,
      });
    }
  }
  done.delete(about.now);
  const here = definition.plan.element(about.now);
  const steps = stepsOf(definition.process);
  const after = steps.slice(steps.findIndex((step) => step.id === about.now) + 1).filter((step) => !done.has(step.id));
  const plain = (step: { readonly id: ElementId; readonly name: PathStep['name'] }, state: PathStep['state']): PathStep => ({
    element: step.id,
    name: step.name,
    state,
    people: [],
    at: null,
  });
  return [...done.values(), ...(here ? [plain(here, 'now')] : []), ...after.slice(0, 3).map((step) => plain(step, 'next'))];
}

/** What an element of an earlier version is called in that of now: the case may have gone over to others since. */
function renames(events: readonly CaseEvent[]): (element: ElementId) => ElementId {
  const undone = new Set(events.flatMap((event) => (event.type === 'MigrationUndone' ? [event.migration] : [])));
  const moves = events.flatMap((event) => (event.type === 'CaseMigrated' && !undone.has(event.migration ?? '') ? [event.renamed] : []));
  return (element) => moves.reduce((id, renamed) => (Object.hasOwn(renamed, id) ? renamed[id] : undefined) ?? id, element);
}
