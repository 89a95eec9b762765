import type { Element } from '../../../diagram/model.ts';
import { id, type VisitId } from '../../../words/ids.ts';
import type { Data } from '../../../words/json.ts';
import type { Visit } from '../body.ts';
import { closeVisit, endCalled } from '../step/close.ts';
import { activityOf } from '../step/places.ts';
import { number, type Step } from '../step/step.ts';
import { takeIn } from './message.ts';

/** An interrupting event ends its host, which the engine does; any other sets a token beside it. */
export function crossBoundary(
  step: Step,
  {
    host,
    event,
    payload,
    cause,
  }: { readonly host: Visit; readonly event: Element; readonly payload: Data; readonly cause: VisitId | null },
): void {
  const interrupting = event.interrupting !== false;
  const boundary = activityOf(step, host.scope, event.id);
  const inside = activityOf(step, host.scope, host.element);
  if (interrupting) {
    endCalled(step, host.visit);
    closeVisit(step, host, 'interrupted');
  }
  takeIn(step, { element: event, scope: host.scope }, payload);
  const exec = boundary.executionId ?? '';
  const side = interrupting ? host.side : host.visit;
  const from = cause ? [host.visit, cause] : [host.visit];
  const visit: Visit = {
    visit: id(`v${number(step)}`),
    element: event.id,
    scope: host.scope,
    from,
    exec,
    begun: true,
    ...(side ? { side } : {}),
  };
  step.visits.set(visit.visit, visit);
  boundary.broker.publish('api', `activity.signal.${exec}_0`, {}, { type: 'signal' });
  // What only waits for somebody to see to its way on is no longer executing for the engine.
  if (interrupting && inside.isRunning && inside.executionId === host.exec) inside.discard();
}
