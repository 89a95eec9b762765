/** What a DMN file may hold: bounded when it is published, so that no step can be made slow by a table. */
export const DMN_LIMITS = {
  /** Characters of the file. */
  length: 500_000,
  decisions: 50,
  /** Of one table. */
  rules: 1000,
  columns: 50,
  /** Of all tables of a file together. */
  cells: 10_000,
} as const;
