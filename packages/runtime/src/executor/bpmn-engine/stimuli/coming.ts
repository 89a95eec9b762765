import type { Stimulus } from '../../../ports/executor.ts';
import type { Refused } from '../../../words/refusal.ts';
import { occur } from '../acts/occur.ts';
import { broadcast } from '../acts/throw.ts';
import { occurrenceOf } from '../acts/timer.ts';
import { endCase } from '../step/end.ts';
import type { Step } from '../step/step.ts';
import { notWaiting } from './work.ts';

/** A timer's moment has come. Only the occurrence that is waited for counts. */
export function due(step: Step, { timer, occurrence }: Extract<Stimulus, { kind: 'due' }>): Refused | undefined {
  const wait = step.waits.get(timer);
  if (wait?.kind !== 'timer' || occurrenceOf(wait) !== occurrence) return notWaiting(timer);
  occur(step, { wait, payload: {}, cause: null });
  return undefined;
}

/** A message has come to the wait that it was for. */
export function message(step: Step, { wait: name, payload }: Extract<Stimulus, { kind: 'message' }>): Refused | undefined {
  const wait = step.waits.get(name);
  if (wait?.kind !== 'message') return notWaiting(name);
  occur(step, { wait, payload, cause: null });
  return undefined;
}

/** A signal from another case: all that wait for it hear it. */
export const signal = (step: Step, { name, payload }: Extract<Stimulus, { kind: 'signal' }>): Refused | undefined =>
  broadcast(step, { name, payload, cause: null }) > 0 ? undefined : notWaiting(name);

/** Ends the whole case with all that it waits for; why, the office notes. */
export function cancel(step: Step): Refused | undefined {
  const root = [...step.scopes.values()].find((scope) => scope.parent === null);
  if (!root || isOver(step)) return notWaiting(root?.element ?? '');
  endCase(step, root.id, 'cancelled');
  return undefined;
}

/** Whether nothing lives any more: the case has ended. */
export const isOver = (step: Pick<Step, 'visits' | 'arrivals' | 'incidents' | 'scopes'>): boolean =>
  step.visits.size === 0 && step.arrivals.length === 0 && step.incidents.size === 0 && step.scopes.size <= 1;
