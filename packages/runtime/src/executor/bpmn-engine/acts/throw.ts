import type { Visit } from '../body.ts';
import type { VisitId } from '../../../words/ids.ts';
import type { Data } from '../../../words/json.ts';
import { closeVisit, discardOthers, emptyScope } from '../step/close.ts';
import { endCase } from '../step/end.ts';
import { activityOf, runningIn, tell } from '../step/places.ts';
import { elementOf, type Step } from '../step/step.ts';
import { throwError } from './error.ts';
import { payloadOf, send } from './message.ts';
import { occur } from './occur.ts';

/** Throws what an event throws, in the order in which it is drawn, and goes on or ends. */
export function throwNow(step: Step, visit: Visit): void {
  const { triggers, type, mapping } = elementOf(step, visit.scope, visit.element);
  let heard = 0;
  for (const trigger of triggers) {
    if (trigger.kind === 'message' && !send(step, visit, trigger)) return;
    const reached = trigger.kind === 'signal' ? throwSignal(step, visit, trigger.name) : 0;
    if (reached === undefined) return;
    heard += reached;
  }
  const error = triggers.find((trigger) => trigger.kind === 'error');
  if (type === 'endEvent' && error) {
    const carried = mapping ? payloadOf(step, visit) : null;
    return carried === undefined ? undefined : throwError(step, { visit, code: error.code ?? '', payload: carried, ends: true });
  }
  if (type === 'endEvent' && triggers.some((trigger) => trigger.kind === 'terminate')) return terminate(step, visit);
  if (heard === 0) return tell(step, visit, { released: true });
  // Who hears a signal hears it when the thrower is done, and before anything comes of that.
  step.leaving.set(visit.exec, visit);
  closeVisit(step, visit, 'completed');
  step.todo.push(() => goOn(step, visit));
}

function goOn(step: Step, visit: Visit): void {
  if (!step.scopes.has(visit.scope)) return;
  const activity = activityOf(step, visit.scope, visit.element);
  if (activity.isRunning && activity.executionId === visit.exec) tell(step, visit, { released: true });
}

/** How many hear it; undefined where it has no payload. */
function throwSignal(step: Step, visit: Visit, name: string): number | undefined {
  const payload = payloadOf(step, visit);
  if (!payload) return undefined;
  step.effects.push({ kind: 'signalSent', element: visit.element, name, payload });
  return broadcast(step, { name, payload, cause: visit.visit });
}

/** All that wait for a signal at this moment hear it, in the order in which they began to wait; how many. */
export function broadcast(
  step: Step,
  { name, payload, cause }: { readonly name: string; readonly payload: Data; readonly cause: VisitId | null },
): number {
  const heard = [...step.waits.values()].filter((wait) => wait.kind === 'signal' && wait.name === name);
  for (const { id } of heard) {
    step.todo.push(() => {
      const wait = step.waits.get(id);
      if (wait) occur(step, { wait, payload, cause });
    });
  }
  return heard.length;
}

/** Ends its own scope with all that runs in it, and nothing else. */
function terminate(step: Step, visit: Visit): void {
  closeVisit(step, visit, 'completed');
  const scope = runningIn(step, visit.scope);
  if (scope.kind === 'process') return endCase(step, scope.id, 'terminated');
  discardOthers(step, scope, visit.element);
  emptyScope(step, scope.id, 'cancelled');
  tell(step, visit, { released: true });
}
