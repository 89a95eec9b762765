import { id } from '../../../words/ids.ts';
import type { RunningScope, Visit } from '../body.ts';
import { keepsData } from './data.ts';
import { number, scopeOf, type Step } from './step.ts';
import { within } from './within.ts';

/** Opens a scope; one that keeps data says so. */
export function openScope(
  step: Step,
  about: Omit<RunningScope, 'id' | 'phase' | 'locals' | 'begun'> & { readonly locals?: RunningScope['locals'] },
): RunningScope {
  const scope: RunningScope = { id: id(`s${number(step)}`), phase: 'running', locals: {}, begun: false, ...about };
  step.scopes.set(scope.id, scope);
  if (keepsData(scope)) step.effects.push({ kind: 'scopeOpened', scope: scope.id, definition: scope.definition, element: scope.element });
  return scope;
}

/** Says that a sub-process or a call has opened. */
export function tellOpened(step: Step, { visit, element, scope }: Visit): void {
  const { definition } = scopeOf(step, scope);
  step.effects.push({ kind: 'activityOpened', visit, element, scope, definition, within: within(step, scope) });
}
