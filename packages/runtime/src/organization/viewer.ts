import type { PersonId, ProcessKey, Seat } from '../words/ids.ts';
import type { Clearance, Role } from './model.ts';

/** Through whose eyes something is read: the first argument of every read. */
export interface Viewer {
  readonly person: PersonId;
  readonly roles: readonly Role[];
  readonly clearance: Clearance;
  /** The person's own seat, the posts held, and those deputised today (limited to `flows`). */
  readonly seats: readonly HeldSeat[];
}

export interface HeldSeat {
  readonly seat: Seat;
  /** Deputised: only these flows, on behalf of this person. */
  readonly flows?: readonly ProcessKey[];
  readonly onBehalfOf?: PersonId;
}
