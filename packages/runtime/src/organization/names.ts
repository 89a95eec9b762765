import type { PersonId, Seat } from '../words/ids.ts';
import type { Text } from '../words/text.ts';
import { directoryOf } from './directory.ts';
import type { Organization } from './model.ts';
import { seatParts } from './seat.ts';

/** A person's name; the id where the person is unknown. */
export const personName = (organization: Organization, person: PersonId): Text =>
  directoryOf(organization).person(person)?.name ?? { zh: person };

/** A unit's name; the id where it is unknown. */
export const unitName = (organization: Organization, unit: string): Text => directoryOf(organization).unit(unit)?.name ?? { zh: unit };

/** A post's name; the id where it is unknown. */
export const postName = (organization: Organization, post: string): Text => directoryOf(organization).post(post)?.name ?? { zh: post };

/** 文书室 · 办公室, or a person's name; the unit alone where the post is named after it. */
export function seatName(organization: Organization, seat: Seat): Text {
  const parts = seatParts(seat);
  if (!parts) return { zh: seat };
  if (parts.kind === 'person') return personName(organization, parts.person);
  const post = postName(organization, parts.post);
  const unit = unitName(organization, parts.unit);
  // 信息中心 · 信息中心 would say nothing more.
  if (post.zh === unit.zh) return unit;
  return { zh: `${post.zh} · ${unit.zh}`, ...(post.en && unit.en ? { en: `${post.en} · ${unit.en}` } : {}) };
}
