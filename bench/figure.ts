/** One measured figure, as `guicheng bench --json` writes it. */
export interface Figure {
  readonly figure: string;
  readonly group: 'quick' | 'board' | 'store' | 'browser' | 'scale';
  readonly ours: number;
  readonly unit: string;
  /** What it is compared with, in the same unit; null for an absolute goal. */
  readonly yardstick: number | null;
  readonly ratio: number | null;
  readonly goal: string;
  readonly holds: boolean | 'not run';
  readonly reason: string;
}
