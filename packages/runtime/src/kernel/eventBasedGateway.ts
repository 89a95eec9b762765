import type { Data } from '../words/json.ts';
import type { VisitId } from '../words/ids.ts';
import type { Construct } from './construct.ts';
import type { Wait } from './marking.ts';
import { subscribe, takeIn } from './message.ts';
import { arm } from './run/arm.ts';
import { closeVisit } from './run/close.ts';
import { leave, take } from './run/leave.ts';
import { elementOf, type Place } from './run/place.ts';
import type { Run } from './run/run.ts';
import { spawn } from './run/token.ts';
import { waitsOf } from './run/wait.ts';

/** Waits for all events behind it at once; the first that comes clears the others. */
export const eventBasedGateway: Construct = (run, place) => {
  const { token, plan, element } = place;
  const flows = plan.outgoing(element.id);
  if (flows.length === 0) return leave(run, place, { ok: false, code: 'noWayOn', detail: null });
  for (const flow of flows) {
    const event = plan.element(flow.to);
    if (!event) continue;
    const group = waitsOf(run, token.visit)[0]?.id;
    const arming = { element: event, scope: token.scope, visit: token.visit, group };
    if (event.type === 'receiveTask') subscribe(run, arming, event.message ?? { name: event.id });
    else arm(run, arming);
  }
};

/** One of them has come: the token goes to that event and straight on from it. */
export function chosen(
  run: Run,
  place: Place,
  what: { readonly wait: Wait; readonly payload: Data; readonly cause: VisitId | null },
): void {
  const { token, plan } = place;
  run.waits.delete(what.wait.id);
  const event = elementOf(run, token.scope, what.wait.element);
  const flow = plan.outgoing(place.element.id).find((flow) => flow.to === event.id);
  closeVisit(run, token, 'completed');
  if (flow) run.effects.push({ kind: 'took', flow: flow.id, scope: token.scope });
  takeIn(run, { element: event, scope: token.scope }, what.payload);
  const from = what.cause ? [token.visit, what.cause] : [token.visit];
  const came = spawn(run, { element: event.id, scope: token.scope, from, side: token.side });
  // It has happened already, so the event is not waited for.
  run.queue.pop();
  closeVisit(run, came, 'completed');
  take(run, plan, { flows: plan.outgoing(event.id), from: came.visit, scope: token.scope, side: token.side });
}
