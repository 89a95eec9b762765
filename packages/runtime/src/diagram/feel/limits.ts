/** What an expression may cost: bounded when it is published, so that no step can be made slow by it. */
export const FEEL_LIMITS = {
  /** Characters of an expression. */
  length: 1000,
  /** Levels of nesting, and of brackets before an expression is even read. */
  depth: 32,
  brackets: 64,
  /** Values of a range, and of a list. */
  many: 1000,
  /** Loops within loops. */
  loops: 2,
  /** Characters of a regular expression, and of these the repetitions without an end. */
  pattern: 100,
  repetitions: 3,
} as const;
