import type { Organization } from './model.ts';
import { readBy } from '../words/readBy.ts';
import { type Refused, refuse } from '../words/refusal.ts';
import { contradictionIn } from './contradictions.ts';
import { expectedAt, organizationSchema, placeOf } from './schema.ts';

/** Reads an organization from JSON: its shape, every reference, no duplicates, no circles. Refused with the first thing that is wrong, where, and what was expected. */
export function parseOrganization(json: unknown): Organization | Refused {
  const read = readBy(organizationSchema, json);
  if (!read.success) {
    const [issue] = read.error.issues;
    return issue
      ? refuse('invalidInput', placeOf(json, issue), expectedAt(issue))
      : refuse('invalidInput', '', { zh: '组织机构数据', en: 'an organization' });
  }
  // The schema checks texts; the brands of ids are put on here, once their shape is known.
  const organization = read.data as unknown as Organization;
  return contradictionIn(organization) ?? organization;
}
