import type { Field } from '../diagram/office.ts';

/** How much a field takes where its owner set no limit of its own. */
export const FORM_LIMITS = {
  text: 500,
  longText: 20_000,
  rows: 200,
  /** People, units or files in one field. */
  several: 200,
  /** The largest number that keeps its cents: amounts beyond are slips of the pen. */
  number: 1_000_000_000_000,
  decimals: 6,
} as const;

/** The most characters a text field takes. */
export const longestText = (field: Pick<Field, 'type' | 'maximumLength'>): number =>
  field.maximumLength ?? (field.type === 'text' ? FORM_LIMITS.text : FORM_LIMITS.longText);
