import type { Commit } from '../../ports/commit.ts';
import type { DefinitionRef, ElementId, VisitId } from '../../words/ids.ts';
import { eventsOf } from '../caseLog.ts';
import { places } from './places.ts';

/** Where a visit was: of tasks since they opened, of sub-processes and calls once they are over. */
export interface Visited {
  readonly visit: VisitId;
  readonly element: ElementId;
  readonly definition: DefinitionRef;
}

/** All visits that the log tells of. */
export function visitsOf(log: readonly Commit[], own: DefinitionRef): ReadonlyMap<VisitId, Visited> {
  const placeOf = places(own);
  const found = new Map<VisitId, Visited>();
  for (const event of log.flatMap(eventsOf)) {
    const definition = placeOf(event);
    if (event.type === 'TaskOpened') found.set(event.visit, { visit: event.visit, element: event.element, definition });
    if (event.type === 'ElementPassed' && !found.has(event.pass.visit))
      found.set(event.pass.visit, { visit: event.pass.visit, element: event.pass.element, definition });
  }
  return found;
}
