import { fireJoin, twoTokens } from '../acts/joins.ts';
import { beginNoMore } from '../acts/scope.ts';
import { renewKeys } from '../acts/message.ts';
import { throwNow } from '../acts/throw.ts';
import type { ElementId, ScopeId } from '../../../words/ids.ts';
import { BrokenPromise } from '../../../words/refusal.ts';
import { elementIn } from '../engine/names.ts';
import { executionOf, runningIn } from './places.ts';
import { planOf, Runaway, STEP_BUDGET, type Step } from './step.ts';
import { noteStuck } from './stuck.ts';

/** Lets the engine run until nothing more can happen by itself: what it waits for the adapter with is done one after the other. */
export function rest(step: Step): void {
  for (let done = 0; !step.over && !step.refused && next(step); done += 1) if (done >= STEP_BUDGET) throw new Runaway();
  if (step.over || step.refused) return;
  const stands = step.arrivals.find(({ join, scope }) => !isJoin(step, join, scope));
  if (stands) step.refused = twoTokens(stands.join);
  if (step.refused) return;
  renewKeys(step);
  noteStuck(step);
  mustAgree(step);
}

/** Signals are thrown, and inclusive joins asked, when all else rests: one at a time. */
function next(step: Step): boolean {
  const todo = step.todo.shift();
  if (todo) {
    todo();
    return true;
  }
  if (fireJoin(step, 'parallelGateway')) return true;
  beginNoMore(step);
  const thrower = step.throwing.shift();
  if (thrower !== undefined) {
    const visit = step.visits.get(thrower);
    if (visit) throwNow(step, visit);
    return true;
  }
  return fireJoin(step, 'inclusiveGateway');
}

function isJoin(step: Step, join: ElementId, scope: ScopeId): boolean {
  const plan = planOf(step, scope);
  const type = plan.element(join)?.type;
  return (type === 'parallelGateway' || type === 'inclusiveGateway') && plan.incoming(join).length > 1;
}

/** What the engine runs and what we have names for is the same, or the adapter has lost its way. */
function mustAgree(step: Step): void {
  for (const scope of step.scopes.values()) {
    if (scope.exec === null || isDrained(step, scope.id)) continue;
    const running = executionOf(step, scope.id)
      .getActivities()
      .filter((activity) => activity.isRunning && !activity.behaviour.attachedTo && !activity.behaviour.triggeredByEvent)
      .map((activity) => elementIn(activity.id));
    const named = [...step.visits.values()].filter((visit) => !visit.instance && runningIn(step, visit.scope).id === scope.id);
    const ours = named.map((visit) => visit.element);
    if (running.sort().join() !== ours.sort().join()) {
      throw new BrokenPromise(
        `the engine runs [${running.join(', ')}] in ${scope.id} ${scope.element}, and we know of [${ours.join(', ')}]`,
      );
    }
  }
}

/** A called process that has ended, but whose values could not be given back yet. */
const isDrained = (step: Step, scope: ScopeId): boolean =>
  ![...step.visits.values()].some((visit) => runningIn(step, visit.scope).id === scope) &&
  !step.arrivals.some((arrival) => arrival.scope === scope);
