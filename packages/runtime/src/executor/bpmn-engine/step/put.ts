import type { ElementId, ScopeId } from '../../../words/ids.ts';
import { entryFlow } from '../engine/names.ts';
import { flowOf } from './places.ts';
import { type Announced, number, planOf, type Step } from './step.ts';

/** Sets a token before an element: the engine takes a flow into it, a drawn one or, where nothing leads to it, the one that is not drawn. */
export function put(step: Step, at: { readonly scope: ScopeId; readonly element: ElementId }, announced: Announced): void {
  const [drawn] = planOf(step, at.scope).incoming(at.element);
  takeFlow(step, { scope: at.scope, flow: drawn?.id ?? entryFlow(at.element) }, announced);
}

/** Takes a flow on the adapter's own account. */
export function takeFlow(step: Step, { scope, flow }: { readonly scope: ScopeId; readonly flow: string }, announced: Announced): void {
  const sequenceId = `${flow}_${number(step)}`;
  step.announced.set(sequenceId, announced);
  flowOf(step, scope, flow).take({ sequenceId });
}
