import type { ScopeId, VisitId } from '../../../words/ids.ts';
import { BrokenPromise } from '../../../words/refusal.ts';
import type { RunningScope, Visit } from '../body.ts';
import type { NativeActivity, NativeExecution, NativeFlow, Told } from '../elements/native.ts';
import { engineId } from '../engine/names.ts';
import { planOf, scopeOf, type Step } from './step.ts';

/** The scope whose elements the engine runs together: a multi-instance and its items run where their activity does. */
export function runningIn(step: Step, id: ScopeId): RunningScope {
  const scope = scopeOf(step, id);
  return scope.exec !== null || scope.parent === null ? scope : runningIn(step, scope.parent);
}

/** The engine's own execution of a scope. */
export function executionOf(step: Step, id: ScopeId): NativeExecution {
  const scope = runningIn(step, id);
  const found =
    scope.kind === 'process' || scope.kind === 'call'
      ? step.live.processes().find((process) => process.executionId === scope.exec)?.execution
      : insideOf(step, scope);
  if (!found) throw new BrokenPromise(`the engine does not run scope ${id}`);
  return found;
}

function insideOf(step: Step, scope: RunningScope): NativeExecution | undefined {
  if (scope.parent === null) return undefined;
  const around = executionOf(step, scope.parent);
  const activity = around.getActivityById(engineId(scope.definition, scope.element));
  return activity?.execution?.source?.executions?.find((one) => one.executionId === scope.exec);
}

/** The engine's own activity for an element of a scope. */
export function activityOf(step: Step, scope: ScopeId, element: string): NativeActivity {
  const name = engineId(planOf(step, scope).ref, element);
  const found = executionOf(step, scope).getActivityById(name);
  if (!found) throw new BrokenPromise(`the engine has no ${name}`);
  return found;
}

/** The engine's own flow of a scope. */
export function flowOf(step: Step, scope: ScopeId, flow: string): NativeFlow {
  const name = engineId(planOf(step, scope).ref, flow);
  const found = executionOf(step, scope)
    .getSequenceFlows()
    .find((one) => one.id === name);
  if (!found) throw new BrokenPromise(`the engine has no flow ${name}`);
  return found;
}

/** Tells the engine's execution of a visit something, by its exact id. */
export function tell(step: Step, { scope, element, exec }: Visit, message: Told): void {
  activityOf(step, scope, element).broker.publish('api', `activity.signal.${exec}`, { message }, { type: 'signal' });
}

/** The visit that an execution of the engine stands for. */
export const visitBy = (step: Step, exec: string): Visit | undefined => [...step.visits.values()].find((visit) => visit.exec === exec);

/** The scope that an execution of the engine runs. */
export const scopeBy = (step: Step, exec: string | undefined): RunningScope | undefined =>
  exec === undefined ? undefined : [...step.scopes.values()].find((scope) => scope.exec === exec);

/** What runs directly inside a visit. */
export const hostedBy = (step: Step, visit: VisitId): readonly RunningScope[] =>
  [...step.scopes.values()].filter((scope) => scope.host === visit);
