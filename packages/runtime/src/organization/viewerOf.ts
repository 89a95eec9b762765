import { type Day, type PersonId, personSeat, postSeat, type Seat } from '../words/ids.ts';
import { deputyshipsOf } from './deputies.ts';
import { directoryOf } from './directory.ts';
import type { Deputy, Organization, Person } from './model.ts';
import type { HeldSeat, Viewer } from './viewer.ts';

/** Through whose eyes a person reads on a day; undefined for a person unknown or no longer active. */
export function viewerOf(organization: Organization, person: PersonId, today: Day): Viewer | undefined {
  const directory = directoryOf(organization);
  const found = directory.person(person);
  if (!found?.active) return undefined;
  const own = seatsOf(found).map((seat): HeldSeat => ({ seat }));
  const deputised = deputyshipsOf(organization, person, today).flatMap((deputy): readonly HeldSeat[] => {
    const represented = directory.person(deputy.of);
    return represented ? seatsOf(represented).map((seat) => throughDeputy(seat, deputy)) : [];
  });
  return { person, roles: found.roles, clearance: found.clearance, seats: [...own, ...deputised] };
}

const throughDeputy = (seat: Seat, { of, flows }: Deputy): HeldSeat =>
  flows === 'all' ? { seat, onBehalfOf: of } : { seat, onBehalfOf: of, flows };

/** A person's own seats: the person's and those of the posts, without deputyships. */
export const seatsOf = (person: Person): readonly Seat[] => [
  personSeat(person.id),
  ...person.posts.map(({ post, unit }) => postSeat(post, unit)),
];
