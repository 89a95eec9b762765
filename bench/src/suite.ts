import type { Figure, Group } from './report/figure.ts';

/** What a suite is given. */
export interface Bench {
  /** The repository's root. */
  readonly root: string;
  /** Tells whoever waits what is being done; never on standard output. */
  say(what: string): void;
}

/** Figures that are measured together. */
export interface Suite {
  readonly group: Group;
  /** Whether the quick run, of ten minutes at most, measures it too. */
  readonly quick: boolean;
  /** The figures; those that cannot be measured here come as `not run`. */
  measure(bench: Bench): Promise<readonly Figure[]>;
  /** What is told when measuring itself broke: the figures as not run, with the reason. */
  failed(reason: string): readonly Figure[];
}
