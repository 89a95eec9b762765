import type { Commit } from '../../ports/commit.ts';
import { keyAndVersion, type DefinitionRef, type ElementId, type VisitId } from '../../words/ids.ts';
import { eventsOf } from '../caseLog.ts';
import type { Definition } from '../definitions.ts';
import type { PathStep } from '../pages.ts';
import { placeNow } from '../placeNow.ts';
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
  const inside = new Map<VisitId, DefinitionRef>();
  const { key } = keyAndVersion(definition.ref);
  const now = placeNow(about.log.flatMap(eventsOf));
  for (const commit of about.log) {
    for (const event of eventsOf(commit)) {
      if (event.type === 'TaskOpened' && keyAndVersion(event.definition).key === key) inside.set(event.visit, event.definition);
      const opened = event.type === 'TaskCompleted' ? inside.get(event.visit) : undefined;
      if (event.type !== 'TaskCompleted' || commit.actor.id === 'system' || !opened) continue;
      const element = definition.plan.element(now({ definition: opened, element: event.element }).element);
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
