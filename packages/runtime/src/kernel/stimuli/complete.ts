import type { VisitId } from '../../words/ids.ts';
import { type Refused, refuse } from '../../words/refusal.ts';
import type { Wait } from '../marking.ts';
import { fill } from '../run/border.ts';
import { clearWait } from '../run/close.ts';
import { change, holderOf } from '../run/data.ts';
import { resolve } from '../run/incident.ts';
import { placeOf } from '../run/place.ts';
import type { Run } from '../run/run.ts';
import type { Stimulus } from '../stimulus.ts';
import { changeData } from './changeData.ts';

/** A person has done a task. What they decided goes where the task's own data are: to the item of a multi-instance, else to the definition. */
export function complete(run: Run, { visit, outcome, changes }: Extract<Stimulus, { kind: 'complete' }>): Refused | undefined {
  const wait = taskOf(run, visit);
  const token = run.tokens.get(visit);
  if (!wait || !token) return notWaiting(visit);
  const place = placeOf(run, token);
  const { decision } = place.element.office;
  if (outcome !== undefined && !decision) {
    return refuse('invalidInput', wait.element, { zh: '这一步没有可选的决定', en: 'No outcome: this step decides nothing' });
  }
  const refused = changeData(run, changes, token.scope);
  if (refused) return refused;
  if (decision && outcome !== undefined) change(run, { scope: holderOf(run, token.scope), path: [decision.key], to: outcome });
  clearWait(run, wait, 'completed');
  // What is done has not failed, whatever it had told before.
  if (run.incidents.size > 0)
    for (const incident of run.incidents.in('visit', visit)) if (incident.code === 'errorUncaught') resolve(run, incident);
  if (fill(run, place, 'output')) run.queue.push({ do: 'finished', visit });
  return undefined;
}

/** The task that a visit waits for. */
export const taskOf = (run: Run, visit: VisitId): Wait | undefined => run.waits.in('visit', visit).find(({ kind }) => kind === 'task');

/** Nothing waits for this, no longer or never; the office says who was faster. */
export const notWaiting = (what: string): Refused =>
  refuse('notWaiting', what, { zh: '该办件正在等待的事项', en: 'Something that the case waits for now' });
