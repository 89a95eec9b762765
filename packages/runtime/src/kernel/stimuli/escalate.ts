import type { Refused } from '../../words/refusal.ts';
import { escalate as raise } from '../escalation.ts';
import type { Run } from '../run/run.ts';
import type { Stimulus } from '../stimulus.ts';
import { notWaiting } from './complete.ts';

/** Whoever works on a task or a job tells those around that something needs looking at, and goes on unless that interrupts them. */
export function escalate(
  run: Run,
  { visit, code, payload }: { readonly kind: string } & Omit<Extract<Stimulus, { kind: 'fault' | 'escalate' }>, 'kind'>,
): Refused | undefined {
  const token = run.tokens.get(visit);
  const atWork = run.waits.values().some((one) => one.visit === visit && (one.kind === 'task' || one.kind === 'job'));
  if (!token || !atWork) return notWaiting(visit);
  raise(run, { token, code, payload, by: 'work' });
  return undefined;
}
