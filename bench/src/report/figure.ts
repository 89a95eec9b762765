/** Which run a figure belongs to. */
export const GROUPS = ['quick', 'board', 'store', 'browser', 'scale'] as const;
export type Group = (typeof GROUPS)[number];

/** One measured figure, as `guicheng bench --json` writes it. */
export interface Figure {
  readonly figure: string;
  readonly group: Group;
  /** In `unit`; null where it was not run. */
  readonly ours: number | null;
  readonly unit: string;
  /** What it is compared with, in the same unit; null for an absolute goal. */
  readonly yardstick: number | null;
  readonly ratio: number | null;
  readonly goal: string;
  readonly holds: boolean | 'not run';
  /** How it was measured, or why it was not. */
  readonly reason: string;
}

/** What a figure is about, before it is measured. */
export type About = Pick<Figure, 'figure' | 'group' | 'unit'>;

/**
 * What has to hold. `timesFaster`: the yardstick takes at least so many times as long. `timesAtMost`: ours is at most so many times the
 * yardstick (and under `below`, in the unit). `shareAtLeast`: ours reaches this share of the yardstick. `atMost` and `below`: by itself.
 */
export type Goal =
  | { readonly kind: 'timesFaster'; readonly times: number }
  | { readonly kind: 'timesAtMost'; readonly times: number; readonly below?: number }
  | { readonly kind: 'shareAtLeast'; readonly share: number }
  | { readonly kind: 'atMost' | 'below'; readonly value: number };

/** The goal as the table has it. */
export function inWords(goal: Goal, unit: string): string {
  switch (goal.kind) {
    case 'timesFaster':
      return `≥ ${goal.times}× faster`;
    case 'timesAtMost':
      return `≤ ${goal.times}×${goal.below === undefined ? '' : ` and < ${goal.below} ${unit}`}`;
    case 'shareAtLeast':
      return `≥ ${goal.share * 100} %`;
    case 'atMost':
      return `${goal.value === 0 ? '' : '≤ '}${goal.value} ${unit}`;
    case 'below':
      return `< ${goal.value} ${unit}`;
  }
}

/** A figure with its verdict. A goal that compares needs a yardstick; leaving it out is a mistake of the bench and throws. */
export function judged(
  about: About,
  measured: { readonly ours: number; readonly yardstick?: number; readonly reason: string },
  goal: Goal,
): Figure {
  const { ours, yardstick, reason } = measured;
  if (yardstick === undefined && goal.kind !== 'atMost' && goal.kind !== 'below') throw new Error(`${about.figure} has no yardstick`);
  const ratio = yardstick === undefined ? null : goal.kind === 'timesFaster' ? yardstick / ours : ours / yardstick;
  return {
    ...about,
    ours,
    yardstick: yardstick ?? null,
    ratio,
    goal: inWords(goal, about.unit),
    holds: holds(goal, ours, ratio ?? 0),
    reason,
  };
}

function holds(goal: Goal, ours: number, ratio: number): boolean {
  switch (goal.kind) {
    case 'timesFaster':
      return ratio >= goal.times;
    case 'timesAtMost':
      return ratio <= goal.times && (goal.below === undefined || ours < goal.below);
    case 'shareAtLeast':
      return ratio >= goal.share;
    case 'atMost':
      return ours <= goal.value;
    case 'below':
      return ours < goal.value;
  }
}

/** A figure that could not be measured here, with the reason. */
export const notRun = (about: About, goal: Goal, reason: string): Figure => ({
  ...about,
  ours: null,
  yardstick: null,
  ratio: null,
  goal: inWords(goal, about.unit),
  holds: 'not run',
  reason,
});

/** The command's exit code: 0 all hold, 1 one does not, 2 one could not be run (or there was none) and the others hold. */
export function exitCode(figures: readonly Figure[]): 0 | 1 | 2 {
  if (figures.some((one) => one.holds === false)) return 1;
  return figures.length === 0 || figures.some((one) => one.holds === 'not run') ? 2 : 0;
}
