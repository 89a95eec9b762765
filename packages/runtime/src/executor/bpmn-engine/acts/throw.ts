import type { Visit } from '../body.ts';
import type { VisitId } from '../../../words/ids.ts';
import type { Data } from '../../../words/json.ts';
import { closeVisit, discardOthers, emptyScope } from '../step/close.ts';
import { endCase } from '../step/end.ts';
import { runningIn, tell } from '../step/places.ts';
import { elementOf, type Step } from '../step/step.ts';
import { throwError } from './error.ts';
import { payloadOf, send } from './message.ts';
import { occur } from './occur.ts';

/** Throws what an event throws, in the order in which it is drawn, and goes on or ends. */
export function throwNow(step: Step, visit: Visit): void {
  const { triggers, type } = elementOf(step, visit.scope, visit.element);
  for (const trigger of triggers) {
    if (trigger.kind === 'message' && !send(step, visit, trigger)) return;
    if (trigger.kind === 'signal' && !throwSignal(step, visit, trigger.name)) return;
  }
  const error = triggers.find((trigger) => trigger.kind === 'error');
  if (type === 'endEvent' && error) return throwError(step, { visit, code: error.code ?? '', payload: null, ends: true });
  if (type === 'endEvent' && triggers.some((trigger) => trigger.kind === 'terminate')) return terminate(step, visit);
  if (step.visits.has(visit.visit)) tell(step, visit, { released: true });
}

function throwSignal(step: Step, visit: Visit, name: string): boolean {
  const payload = payloadOf(step, visit);
  if (!payload) return false;
  step.effects.push({ kind: 'signalSent', element: visit.element, name, payload });
  broadcast(step, { name, payload, cause: visit.visit });
  return true;
}

/** All that wait for a signal at this moment hear it, in the order in which they began to wait; how many. */
export function broadcast(step: Step, { name, payload, cause }: { readonly name: string; readonly payload: Data; readonly cause: VisitId | null }): number {
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
