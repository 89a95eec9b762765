import type { Pass, Wait } from '../../../ports/executor.ts';
import type { ScopeId, VisitId } from '../../../words/ids.ts';
import type { RunningScope, Visit } from '../body.ts';
import { takeOut } from '../elements/join.ts';
import { elementIn } from '../engine/names.ts';
import { keepsData } from './data.ts';
import { resolveAt, resolveIn } from './incident.ts';
import { activityOf, executionOf, flowOf, hostedBy } from './places.ts';
import type { Step } from './step.ts';

/** A visit is over: what it waited for, what ran inside it and its incidents go with it. The engine is told elsewhere. */
export function closeVisit(step: Step, visit: Visit, closed: Pass['closed']): void {
  step.visits.delete(visit.visit);
  step.asking.delete(visit.visit);
  for (const scope of hostedBy(step, visit.visit)) closeScope(step, scope, closed === 'completed' ? 'cancelled' : closed);
  for (const wait of step.waits.values()) if (wait.visit === visit.visit) clearWait(step, wait, closed);
  resolveAt(step, visit.visit);
  if (visit.joined) return;
  const { visit: name, element, scope, from } = visit;
  step.effects.push({ kind: 'passed', pass: { visit: name, element, scope, from, closed } });
}

/** Nothing is waited for any more here: a task closes, anything else is cleared. */
export function clearWait(step: Step, wait: Wait, closed: Pass['closed']): void {
  step.waits.delete(wait.id);
  if (wait.kind !== 'task') step.effects.push({ kind: 'waitCleared', wait: wait.id, of: wait.kind });
  else if (wait.visit) step.effects.push({ kind: 'taskClosed', visit: wait.visit, element: wait.element, why: closed });
}

/** Takes everything out of a scope but its own existence. */
export function emptyScope(step: Step, scope: ScopeId, closed: Pass['closed']): void {
  for (const visit of step.visits.values()) if (visit.scope === scope) closeVisit(step, visit, closed);
  step.arrivals = step.arrivals.filter((arrival) => arrival.scope !== scope);
  for (const wait of step.waits.values()) if (wait.scope === scope && wait.visit === null) clearWait(step, wait, closed);
  for (const inner of step.scopes.values()) if (inner.parent === scope) closeScope(step, inner, closed);
  resolveIn(step, scope);
}

/** A scope is over with all that is in it. */
export function closeScope(step: Step, scope: RunningScope, closed: Pass['closed']): void {
  if (!step.scopes.has(scope.id)) return;
  emptyScope(step, scope.id, closed);
  step.scopes.delete(scope.id);
  if (!keepsData(scope)) return;
  delete step.data[scope.id];
  step.effects.push({ kind: 'scopeClosed', scope: scope.id, definition: scope.definition, element: scope.element });
}

/** Ends what the engine runs inside a visit as processes of their own, the innermost first; to be done before the visit itself is ended. */
export function endCalled(step: Step, visit: VisitId): void {
  for (const scope of hostedBy(step, visit)) endCalledIn(step, scope);
}

function endCalledIn(step: Step, scope: RunningScope): void {
  for (const visit of step.visits.values()) if (visit.scope === scope.id) endCalled(step, visit.visit);
  for (const inner of step.scopes.values()) if (inner.parent === scope.id && inner.host === null) endCalledIn(step, inner);
  if (scope.kind !== 'call') return;
  step.live
    .processes()
    .find((process) => process.executionId === scope.exec)
    ?.getApi()
    .discard();
}

/** Ends a visit in the engine; nothing comes of it. */
export function discard(step: Step, visit: Visit): void {
  endCalled(step, visit.visit);
  const activity = activityOf(step, visit.scope, visit.element);
  if (activity.isRunning && activity.executionId === visit.exec) activity.discard();
}

/** Ends all that the engine runs in a scope but one element. What is to go on there must have begun. */
export function discardOthers(step: Step, scope: RunningScope, keep: string): void {
  for (const visit of step.visits.values()) if (visit.scope === scope.id) endCalled(step, visit.visit);
  for (const inner of step.scopes.values()) if (inner.parent === scope.id && inner.host === null) endCalledIn(step, inner);
  for (const arrival of step.arrivals) if (arrival.scope === scope.id) withdrawArrival(step, arrival);
  for (const activity of executionOf(step, scope.id).getActivities()) {
    if (activity.isRunning && elementIn(activity.id) !== keep) activity.discard();
  }
}

/** Takes back a token that has come to a join and waits there. */
export function withdrawArrival(step: Step, { scope, join, flow, sequence }: Step['arrivals'][number]): void {
  takeOut(activityOf(step, scope, join), [sequence]);
  const taken = flowOf(step, scope, flow);
  taken.broker.publish('event', 'flow.looped', taken.createMessage({ action: 'looped', sequenceId: sequence }), { type: 'looped' });
}
