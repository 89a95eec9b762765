import type { Json } from '../words/json.ts';

/** Whether a value counts as not filled in: nothing, white space, an empty list. `false` and 0 are answers. */
export const isEmpty = (value: Json | undefined): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);
