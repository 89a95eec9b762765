import type { Json } from '../words/json.ts';

const UNSEEN = /^[\s\p{Default_Ignorable_Code_Point}]*$/u;

/** Whether a value counts as not filled in: nothing, white space or other characters that nobody can see, an empty list. `false` and 0 are answers. */
export const isEmpty = (value: Json | undefined): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && UNSEEN.test(value)) ||
  (Array.isArray(value) && value.length === 0);
