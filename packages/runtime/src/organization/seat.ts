import { type PersonId, type PostId, type UnitId, id } from '../words/ids.ts';

/** A seat taken apart. */
export type SeatParts =
  | { readonly kind: 'person'; readonly person: PersonId }
  | { readonly kind: 'post'; readonly post: PostId; readonly unit: UnitId };

/** Takes `person:zhang-wei` or `post:registry@office` apart; undefined where it is neither. */
export function seatParts(seat: string): SeatParts | undefined {
  const person = /^person:([^@:]+)$/.exec(seat)?.[1];
  if (person) return { kind: 'person', person: id(person) };
  const [, post, unit] = /^post:([^@:]+)@([^@:]+)$/.exec(seat) ?? [];
  return post && unit ? { kind: 'post', post: id(post), unit: id(unit) } : undefined;
}
