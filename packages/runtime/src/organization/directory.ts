import { postCalled } from './postCalled.ts';
import { id, type PersonId, type PostId, type Seat, type UnitId, personSeat, postSeat } from '../words/ids.ts';
import type { Organization, Person, Post, Unit } from './model.ts';

/** The office looked up by id. */
export interface Directory {
  person(id: string): Person | undefined;
  unit(id: string): Unit | undefined;
  post(id: string): Post | undefined;
  /** The id of a post that is given by its id or, where only one has it, by its name; what nobody knows is taken for an id. */
  postCalled(words: string): PostId;
  /** Active people of a seat, in the order of the organization. */
  holders(seat: Seat): readonly Person[];
  /** The units in which somebody, active or not, was appointed to a post. */
  unitsWithPost(post: PostId): readonly UnitId[];
  /** Whether anybody, active or not, was appointed to it. */
  isAppointed(seat: Seat): boolean;
}

const directories = new WeakMap<Organization, Directory>();

/** The directory of an organization; made once for each value (some ms for 10,000 people), so that looking up is free. */
export function directoryOf(organization: Organization): Directory {
  const known = directories.get(organization);
  if (known) return known;
  const made = makeDirectory(organization);
  directories.set(organization, made);
  return made;
}

function makeDirectory(organization: Organization): Directory {
  const people = new Map<string, Person>(organization.people.map((person) => [person.id, person]));
  const units = new Map<string, Unit>(organization.units.map((unit) => [unit.id, unit]));
  const posts = new Map<string, Post>(organization.posts.map((post) => [post.id, post]));
  const holders = new Map<Seat, Person[]>();
  const appointed = new Map<PostId, Set<UnitId>>();
  for (const person of organization.people) {
    if (person.active) holders.set(personSeat(person.id), [person]);
    for (const { post, unit } of person.posts) {
      const seat = postSeat(post, unit);
      if (person.active) holders.set(seat, [...(holders.get(seat) ?? []), person]);
      appointed.set(post, (appointed.get(post) ?? new Set()).add(unit));
    }
  }
  const seats = new Set<Seat>([...appointed].flatMap(([post, inUnits]) => [...inUnits].map((unit) => postSeat(post, unit))));
  return {
    person: (id) => people.get(id),
    unit: (id) => units.get(id),
    post: (id) => posts.get(id),
    postCalled: (words) => postCalled(organization.posts, words) ?? id(words),
    holders: (seat) => holders.get(seat) ?? [],
    unitsWithPost: (post) => [...(appointed.get(post) ?? [])],
    isAppointed: (seat) => seats.has(seat),
  };
}

/** A unit, its parent, and so on up; nearest first. */
export function unitAndAbove(directory: Directory, unit: UnitId): readonly UnitId[] {
  const chain: UnitId[] = [];
  for (let at = directory.unit(unit); at && !chain.includes(at.id); at = at.parent === null ? undefined : directory.unit(at.parent))
    chain.push(at.id);
  return chain;
}

/** The unit a person belongs to: that of the first post. */
export const unitOfPerson = (directory: Directory, person: PersonId): UnitId | null => directory.person(person)?.posts[0]?.unit ?? null;
