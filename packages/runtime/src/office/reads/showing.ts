import type { DefinitionRef } from '../../words/ids.ts';
import type { Definition } from '../definitions.ts';
import type { Parts } from '../parts.ts';
import type { Showing } from './cards.ts';

/** Reads what the cards of these definitions are made with. */
export async function showingOf(parts: Parts, refs: readonly DefinitionRef[]): Promise<Showing> {
  const known = new Map<DefinitionRef, Definition>();
  for (const ref of new Set(refs)) {
    const definition = await parts.definitions.get(ref);
    if (definition) known.set(ref, definition);
  }
  return {
    organization: await parts.house.organization(),
    calendar: parts.calendar,
    now: parts.clock.now(),
    definition: (ref) => known.get(ref),
  };
}
