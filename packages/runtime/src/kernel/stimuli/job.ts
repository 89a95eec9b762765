import type { WaitId } from '../../words/ids.ts';
import type { Refused } from '../../words/refusal.ts';
import type { Wait } from '../marking.ts';
import { raise } from '../run/incident.ts';
import type { Run } from '../run/run.ts';
import type { Stimulus } from '../stimulus.ts';
import { changeData } from './changeData.ts';
import { notWaiting } from './complete.ts';

/** A handler has done its work; its changes name their scopes. */
export function answer(run: Run, { job, changes }: Extract<Stimulus, { kind: 'answer' }>): Refused | undefined {
  const wait = jobOf(run, job);
  if (!wait?.visit) return notWaiting(job);
  const refused = changeData(run, changes, wait.scope);
  if (refused) return refused;
  run.waits.delete(job);
  run.queue.push({ do: 'finished', visit: wait.visit });
  return undefined;
}

/** A handler has given up: an incident; trying again asks under a new id. */
export function jobFailed(run: Run, { job, code }: Extract<Stimulus, { kind: 'jobFailed' }>): Refused | undefined {
  const wait = jobOf(run, job);
  if (!wait) return notWaiting(job);
  run.waits.delete(job);
  raise(run, wait, { code: 'jobFailed', detail: { code } });
  return undefined;
}

function jobOf(run: Run, job: WaitId): Wait | undefined {
  const wait = run.waits.get(job);
  return wait?.kind === 'job' ? wait : undefined;
}
