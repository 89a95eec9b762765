import type { Refused } from '../../words/refusal.ts';
import type { Run } from '../run/run.ts';
import { broadcast } from '../signal.ts';
import type { Stimulus } from '../stimulus.ts';
import { notWaiting } from './complete.ts';

/** A signal from another case: all that wait for it hear it; refused where nothing does. */
export function signal(run: Run, { name, payload }: Extract<Stimulus, { kind: 'signal' }>): Refused | undefined {
  return broadcast(run, { name, payload, cause: null }) > 0 ? undefined : notWaiting(name);
}
