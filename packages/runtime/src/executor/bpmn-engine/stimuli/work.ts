import type { Change, Stimulus, Wait } from '../../../ports/executor.ts';
import type { VisitId, WaitId } from '../../../words/ids.ts';
import { isSafeKey } from '../../../words/json.ts';
import { type Refused, refuse } from '../../../words/refusal.ts';
import { finish } from '../acts/act.ts';
import { throwError } from '../acts/error.ts';
import { clearWait } from '../step/close.ts';
import { dataScopes, keepsData, write } from '../step/data.ts';
import { raise, resolve } from '../step/incident.ts';
import { elementOf, type Step } from '../step/step.ts';

/** Nothing waits for this, no longer or never; the office says who was faster. */
export const notWaiting = (what: string): Refused =>
  refuse('notWaiting', what, { zh: '该办件正在等待的事项', en: 'Something that the case waits for now' });

/** Writes changes from outside. Each names a scope that keeps data now; one that does not spoils all. */
export function changeData(step: Step, changes: readonly Change[]): Refused | undefined {
  for (const { scope, path } of changes) {
    const kept = step.scopes.get(scope);
    if (!kept || !keepsData(kept))
      return refuse('invalidInput', scope, { zh: '该办件现有的一个数据范围', en: 'A data scope that the case has now' });
    const unsafe = path.length === 0 ? '' : path.find((key) => !isSafeKey(key));
    if (unsafe !== undefined) return refuse('invalidInput', unsafe, { zh: '可以使用的字段名', en: 'The name of a field' });
  }
  for (const one of changes) write(step, one);
  return undefined;
}

/** A person has done a task; what they decided goes where the task's own data are. */
export function complete(step: Step, { visit: name, outcome, changes }: Extract<Stimulus, { kind: 'complete' }>): Refused | undefined {
  const wait = taskOf(step, name);
  const visit = step.visits.get(name);
  if (!wait || !visit) return notWaiting(name);
  const { decision } = elementOf(step, visit.scope, visit.element).office;
  if (outcome !== undefined && !decision) {
    return refuse('invalidInput', wait.element, { zh: '这一步没有可选的决定', en: 'No outcome: this step decides nothing' });
  }
  const refused = changeData(step, changes);
  if (refused) return refused;
  const [scope] = dataScopes(step.scopes, visit.scope);
  if (decision && outcome !== undefined && scope) write(step, { scope, path: [decision.key], to: outcome });
  clearWait(step, wait, 'completed');
  // What is done has not failed, whatever it had told before.
  for (const incident of step.incidents.values()) if (incident.visit === name && incident.code === 'errorUncaught') resolve(step, incident);
  finish(step, visit);
  return undefined;
}

/** The task that a visit waits for. */
export const taskOf = (step: Step, visit: VisitId): Wait | undefined =>
  [...step.waits.values()].find((wait) => wait.visit === visit && wait.kind === 'task');

const jobOf = (step: Step, job: WaitId): Wait | undefined => {
  const wait = step.waits.get(job);
  return wait?.kind === 'job' ? wait : undefined;
};

/** A handler has done its work; its changes name their scopes. */
export function answer(step: Step, { job, changes }: Extract<Stimulus, { kind: 'answer' }>): Refused | undefined {
  const visit = step.visits.get(jobOf(step, job)?.visit ?? ('' as VisitId));
  if (!visit) return notWaiting(job);
  const refused = changeData(step, changes);
  if (refused) return refused;
  step.waits.delete(job);
  finish(step, visit);
  return undefined;
}

/** A handler has given up: an incident; trying again asks under a new id. */
export function jobFailed(step: Step, { job, code }: Extract<Stimulus, { kind: 'jobFailed' }>): Refused | undefined {
  const wait = jobOf(step, job);
  if (!wait) return notWaiting(job);
  step.waits.delete(job);
  raise(step, wait, { code: 'jobFailed', detail: { code } });
  return undefined;
}

/** The work of a task or a job has ended in an error that the diagram may catch. */
export function fault(step: Step, { visit: name, code, payload }: Extract<Stimulus, { kind: 'fault' | 'escalate' }>): Refused | undefined {
  const visit = step.visits.get(name);
  const wait = [...step.waits.values()].find((one) => one.visit === name && (one.kind === 'task' || one.kind === 'job'));
  if (!visit || !wait) return notWaiting(name);
  if (wait.kind === 'job') step.waits.delete(wait.id);
  throwError(step, { visit, code, payload, ends: false });
  return undefined;
}
