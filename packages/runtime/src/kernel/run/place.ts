import type { Element } from '../../diagram/model.ts';
import type { Plan } from '../../plan/plan.ts';
import type { ElementId, ScopeId } from '../../words/ids.ts';
import { BrokenPromise } from '../../words/refusal.ts';
import type { Scope, Token } from '../marking.ts';
import { type Run, planFor, planOf, scopeOf } from './run.ts';

/** A token with the element at which it stays, the definition that this belongs to and its scope, as it was when the place was found. */
export interface Place {
  readonly token: Token;
  readonly element: Element;
  readonly plan: Plan;
  readonly scope: Scope;
}

/** Finds where a token stays. */
export function placeOf(run: Run, token: Token): Place {
  const scope = scopeOf(run, token.scope);
  const plan = planFor(run, scope);
  return { token, element: elementIn(plan, token.element), plan, scope };
}

/** An element that the marking names. */
export function elementOf(run: Run, scope: ScopeId, id: ElementId): Element {
  return elementIn(planOf(run, scope), id);
}

function elementIn(plan: Plan, id: ElementId): Element {
  const element = plan.element(id);
  if (!element) throw new BrokenPromise(`no element ${id} in ${plan.ref}`);
  return element;
}
