import type { Day, PersonId, ProcessKey, Seat } from '../words/ids.ts';
import { deputiesOf } from './deputies.ts';
import { directoryOf } from './directory.ts';
import type { Organization } from './model.ts';

/** The active people of a seat, without deputies. */
export const peopleOfSeat = (organization: Organization, seat: Seat): readonly PersonId[] =>
  directoryOf(organization)
    .holders(seat)
    .map((person) => person.id);

/**
 * The active people of several seats, each once, without deputies. A task keeps its seats whoever is kept out of it: `exclude` (those
 * whom `notSameAs` names) is taken away here, each time people are found.
 */
export function peopleOfSeats(organization: Organization, seats: readonly Seat[], exclude: readonly PersonId[] = []): readonly PersonId[] {
  const found = new Set(seats.flatMap((seat) => peopleOfSeat(organization, seat)));
  for (const person of exclude) found.delete(person);
  return [...found];
}

/** A person who can act for a seat today, and for whom where it is not in their own right. */
export interface Acting {
  readonly person: PersonId;
  readonly onBehalfOf?: PersonId;
}

/**
 * Everybody who can do work of these seats in a flow today: the people and their deputies. Who is kept out is kept out both ways:
 * neither through a deputy nor as one.
 */
export function actingFor(
  organization: Organization,
  seats: readonly Seat[],
  when: { readonly today: Day; readonly flow: ProcessKey; readonly exclude?: readonly PersonId[] },
): readonly Acting[] {
  const out = new Set(when.exclude);
  const own = peopleOfSeats(organization, seats, when.exclude);
  const acting: Acting[] = own.map((person) => ({ person }));
  for (const person of own) {
    for (const deputy of deputiesOf(organization, person, when)) {
      if (!out.has(deputy) && !own.includes(deputy)) acting.push({ person: deputy, onBehalfOf: person });
    }
  }
  return acting;
}
