import * as fc from 'fast-check';
import { type Checked, type Counts, type Effort, PROPERTIES } from './properties.ts';

export interface Outcome {
  readonly runs: number;
  readonly failed: number;
  readonly counts: Counts;
  /** Each with its seed, the smallest diagram and what was done. */
  readonly failures: readonly string[];
}

export interface Wanted {
  readonly runs: number;
  readonly seed: number;
  readonly effort: Effort;
  /** Told of each batch that is done: so many runs until now, and what failed in it. */
  readonly batch?: (done: number, failure: string | undefined) => void;
}

/** So many runs share a seed; a batch that fails is shrunk, and the campaign goes on with the next. */
const BATCH = 50;

/** Runs one property on generated diagrams. A batch in which something fails counts one failure, and the runs up to it. */
export async function campaign(name: string, { runs, seed, effort, batch }: Wanted): Promise<Outcome> {
  const checked: Checked | undefined = PROPERTIES[name];
  if (!checked) throw new Error(`no property ${name}`);
  const counts: Counts = new Map();
  const failures: string[] = [];
  let done = 0;
  for (let own = seed; done < runs; own += 1) {
    const numRuns = Math.min(BATCH, runs - done);
    const details = await fc.check(checked({ effort, counts }), { numRuns, seed: own, endOnFailure: false });
    done += details.failed ? Math.max(details.numRuns, 1) : numRuns;
    const failure = details.failed ? told(name, own, details) : undefined;
    if (failure) failures.push(failure);
    batch?.(done, failure);
  }
  return { runs: done, failed: failures.length, counts, failures };
}

function told(name: string, seed: number, { errorInstance, counterexample, counterexamplePath }: fc.RunDetails<[string, number]>): string {
  const why = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
  return `${name}, seed ${seed}, path ${counterexamplePath}, random runs from ${counterexample?.[1]}: ${why}`;
}

/** One line of what was found out about the diagrams of a kind. */
export const line = (name: string, { runs, failed, counts }: Omit<Outcome, 'failures'>): string =>
  `${name}: ${runs} runs, ${failed} failed (${[...counts].map(([what, times]) => `${times} ${what}`).join(', ')})`;
