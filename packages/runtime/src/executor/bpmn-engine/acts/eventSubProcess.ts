import type { Element } from '../../../diagram/model.ts';
import type { ScopeId, VisitId } from '../../../words/ids.ts';
import type { Data } from '../../../words/json.ts';
import { discardOthers, emptyScope } from '../step/close.ts';
import { put } from '../step/put.ts';
import { scopeOf, type Step } from '../step/step.ts';
import { takeIn } from './message.ts';

/** An interrupting one ends all else in the scope; any other runs beside it. */
export function startEventSubProcess(
  step: Step,
  about: { readonly scope: ScopeId; readonly start: Element; readonly payload: Data; readonly cause: VisitId | null },
): void {
  const { start, payload, cause } = about;
  const around = scopeOf(step, about.scope);
  if (start.parent === null) return;
  const parents = [...(around.host ? [around.host] : []), ...(cause ? [cause] : [])];
  const inside = start.parent;
  const begin = (): void => put(step, { scope: around.id, element: inside }, { parents, start: start.id });
  if (start.interrupting === false) {
    takeIn(step, { element: start, scope: around.id }, payload);
    return begin();
  }
  // The engine would take the scope for done if all in it ended before this began.
  begin();
  const came = step.arrivals.filter((arrival) => arrival.scope === around.id && arrival.join === inside);
  step.arrivals = step.arrivals.filter((arrival) => !came.includes(arrival));
  discardOthers(step, around, inside);
  emptyScope(step, around.id, 'interrupted');
  step.arrivals.push(...came);
  step.scopes.set(around.id, { ...around, phase: 'interrupted' });
  takeIn(step, { element: start, scope: around.id }, payload);
}
