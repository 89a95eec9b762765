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
}

/** So many runs share a seed; a batch that fails is shrunk, and the campaign goes on with the next. */
const BATCH = 50;

/** Runs one property on generated diagrams. A batch in which something fails counts one failure, and the runs up to it. */
export async function campaign(name: string, { runs, seed, effort }: Wanted): Promise<Outcome> {
  const checked: Checked | undefined = PROPERTIES[name];
  if (!checked) throw new Error(`no property ${name}`);
  const counts: Counts = new Map();
  const failures: string[] = [];
  let done = 0;
  for (let batch = 0; done < runs; batch += 1) {
    const numRuns = Math.min(BATCH, runs - done);
    const own = seed + batch;
    const details = await fc.check(checked({ effort, counts }), { numRuns, seed: own, endOnFailure: false });
    done += details.failed ? Math.max(details.numRuns, 1) : numRuns;
    if (!details.failed) continue;
    const why = details.errorInstance instanceof Error ? details.errorInstance.message : String(details.errorInstance);
    failures.push(`${name}, seed ${own}, path ${details.counterexamplePath}, random runs from ${details.counterexample?.[1]}: ${why}`);
  }
  return { runs: done, failed: failures.length, counts, failures };
}
