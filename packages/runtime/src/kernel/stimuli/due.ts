import type { Refused } from '../../words/refusal.ts';
import type { Run } from '../run/run.ts';
import type { Stimulus } from '../stimulus.ts';
import { occurrenceOf } from '../timer.ts';
import { notWaiting } from './complete.ts';

/** A timer's moment has come. Only the occurrence that is waited for counts, so that firing twice does no harm. */
export function due(run: Run, { timer, occurrence }: Extract<Stimulus, { kind: 'due' }>): Refused | undefined {
  const wait = run.waits.get(timer);
  if (wait?.kind !== 'timer' || wait.met || occurrenceOf(wait) !== occurrence) return notWaiting(timer);
  run.queue.push({ do: 'occur', wait: timer, payload: {}, cause: null });
  return undefined;
}
