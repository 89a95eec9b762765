import { type PersonId, type PostId, type Seat, type UnitId, id, personSeat, postSeat } from '../words/ids.ts';
import { type Directory, directoryOf, unitAndAbove } from './directory.ts';
import type { Organization, Role } from './model.ts';
import { seatParts } from './seat.ts';

/** The post to which work falls in the end. */
const OFFICE_DIRECTOR: PostId = id('director');
/** Should even that be vacant, somebody must learn of it. */
const LAST: readonly Role[] = ['leader', 'processOwner', 'administrator'];

/**
 * Where work falls whose seat is empty: to the post's superiors, nearest first (in the unit, in those above it, in the one unit that has it); then to the
 * leader in charge of the unit; then to the office director; at last to any leader, process owner or administrator. Never to nobody,
 * as long as one of these is active.
 */
export function fallBack(organization: Organization, from: Seat | undefined, exclude: readonly PersonId[]): readonly Seat[] {
  const directory = directoryOf(organization);
  const taken = (seat: Seat): boolean => directory.holders(seat).some((person) => !exclude.includes(person.id));
  const { post, unit } = postAndUnit(directory, from);
  for (const superior of superiorsOf(directory, post)) {
    const seats = seatsOfPost(directory, superior, unit).filter(taken);
    if (seats.length > 0) return seats;
  }
  for (const above of unit ? unitAndAbove(directory, unit) : []) {
    const leaders = organization.inCharge.filter((charge) => charge.unit === above).map((charge) => personSeat(charge.leader));
    if (leaders.some(taken)) return leaders.filter(taken);
  }
  const director = directory.unitsWithPost(OFFICE_DIRECTOR).map((where) => postSeat(OFFICE_DIRECTOR, where));
  const last = [
    director,
    ...LAST.map((role) => organization.people.filter((person) => person.roles.includes(role)).map((person) => personSeat(person.id))),
  ];
  return last.map((seats) => seats.filter(taken)).find((seats) => seats.length > 0) ?? [];
}

/** A post's superior, that one's superior, and so on. */
function superiorsOf(directory: Directory, post: PostId | undefined): readonly PostId[] {
  const chain: PostId[] = [];
  for (let at = post && directory.post(post)?.superior; at && !chain.includes(at); at = directory.post(at)?.superior) chain.push(at);
  return chain;
}

/**
 * The seat of a post that stands nearest to a unit: in it, above it, else the one that the office has. A post that several units have
 * belongs to each of them: work of a department without a head is not for the heads of the others.
 */
function seatsOfPost(directory: Directory, post: PostId, unit: UnitId | undefined): readonly Seat[] {
  const near = unit ? unitAndAbove(directory, unit).find((above) => directory.holders(postSeat(post, above)).length > 0) : undefined;
  const [only, ...others] = directory.unitsWithPost(post);
  const where = near ?? (others.length === 0 ? only : undefined);
  return where ? [postSeat(post, where)] : [];
}

function postAndUnit(directory: Directory, from: Seat | undefined): { readonly post?: PostId; readonly unit?: UnitId } {
  const parts = from && seatParts(from);
  if (!parts) return {};
  // A person who is gone is followed by whoever stands above the first post.
  return parts.kind === 'post' ? parts : (directory.person(parts.person)?.posts[0] ?? {});
}
