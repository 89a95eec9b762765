import type { Refused } from '../../words/refusal.ts';
import type { Run } from '../run/run.ts';
import type { Stimulus } from '../stimulus.ts';
import { notWaiting } from './complete.ts';

/** A message has come to the wait that it was for; which one that is, the subscriptions tell. */
export function message(run: Run, { wait, payload }: Extract<Stimulus, { kind: 'message' }>): Refused | undefined {
  const waiting = run.waits.get(wait);
  if (waiting?.kind !== 'message' || waiting.met) return notWaiting(wait);
  run.queue.push({ do: 'occur', wait, payload, cause: null });
  return undefined;
}
