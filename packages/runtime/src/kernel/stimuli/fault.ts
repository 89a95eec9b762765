import type { Refused } from '../../words/refusal.ts';
import { throwError } from '../error.ts';
import type { Run } from '../run/run.ts';
import type { Stimulus } from '../stimulus.ts';
import { notWaiting } from './complete.ts';

/** The work of a task or a job has ended in an error that the diagram may catch. A job that failed so is not asked any more. */
export function fault(
  run: Run,
  stimulus: { readonly kind: string } & Omit<Extract<Stimulus, { kind: 'fault' | 'escalate' }>, 'kind'>,
): Refused | undefined {
  const { visit, code, payload } = stimulus;
  const token = run.tokens.get(visit);
  const wait = run.waits.in('visit', visit).find((one) => one.kind === 'task' || one.kind === 'job');
  if (!token || !wait) return notWaiting(visit);
  if (wait.kind === 'job') run.waits.delete(wait.id);
  throwError(run, { token, code, payload, ends: false });
  return undefined;
}
