import type { CaseEvent } from '../case/event.ts';
import type { DefinitionRef, ElementId } from '../words/ids.ts';

/** A step as a version of its flow calls it. */
export interface NamedPlace {
  readonly definition: DefinitionRef;
  readonly element: ElementId;
}

/** What a step of before is in the version that the case runs now: it may have gone over to others since, and some of that been undone. */
export function placeNow(events: readonly CaseEvent[]): <Place extends NamedPlace>(place: Place) => Place {
  const undone = new Set(events.flatMap((event) => (event.type === 'MigrationUndone' ? [event.migration] : [])));
  const moves = events.flatMap((event) => (event.type === 'CaseMigrated' && !undone.has(event.migration ?? '') ? [event] : []));
  return (place) => {
    let { definition, element } = place;
    for (const { from, to, renamed } of moves) {
      if (!from.includes(definition)) continue;
      definition = to;
      element = (Object.hasOwn(renamed, element) ? renamed[element] : undefined) ?? element;
    }
    return { ...place, definition, element };
  };
}
