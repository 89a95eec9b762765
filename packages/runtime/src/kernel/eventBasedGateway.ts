import type { Data } from '../words/json.ts';
import type { Element } from '../diagram/model.ts';
import type { ElementId, VisitId } from '../words/ids.ts';
import type { Construct } from './construct.ts';
import { noteNothing } from './intermediateCatchEvent.ts';
import type { Token, Wait } from './marking.ts';
import { subscribe, takeIn } from './message.ts';
import { dropAll } from './parallelMultiple.ts';
import { arm } from './run/arm.ts';
import { closeVisit } from './run/close.ts';
import { leave, take } from './run/leave.ts';
import { elementOf, placeOf, type Place } from './run/place.ts';
import type { Run } from './run/run.ts';
import { stand } from './run/token.ts';
import { waitsOf } from './run/wait.ts';

/** Waits for all events behind it at once; the first that comes clears the others, unless all of them are to come. */
export const eventBasedGateway: Construct = (run, place) => {
  if (place.element.outgoing.length === 0) return leave(run, place, { ok: false, code: 'noWayOn', detail: null });
  awaitEvents(run, place);
  noteNothing(run, place.token);
};

/** Waits for what is behind a gateway, apart from what has come already. */
export function awaitEvents(run: Run, { token, plan, element: gateway }: Place, come?: ElementId): void {
  for (const flow of plan.outgoing(gateway.id)) {
    const element = plan.element(flow.to);
    if (!element || element.id === come) continue;
    const group = isParallel(gateway) ? undefined : waitsOf(run, token.visit)[0]?.id;
    const arming = { element, scope: token.scope, visit: token.visit, group };
    if (element.type === 'receiveTask') subscribe(run, arming, element.message ?? { name: element.id });
    else arm(run, arming);
  }
}

const isParallel = ({ eventGatewayType }: Element): boolean => eventGatewayType === 'parallel';

/** One of them has come. */
export function chosen(
  run: Run,
  place: Place,
  what: { readonly wait: Wait; readonly payload: Data; readonly cause: VisitId | null },
): void {
  const { token } = place;
  const event = elementOf(run, token.scope, what.wait.element);
  dropAll(run, what.wait);
  if (!isParallel(place.element)) closeVisit(run, token, 'completed');
  takeIn(run, { element: event, scope: token.scope }, what.payload);
  goOn(run, place, { event, cause: what.cause });
}

/** A token goes to the event that has come and straight on from it. Where all are to come, the gateway stays until the last has. */
export function goOn(run: Run, place: Place, { event, cause }: { readonly event: Element; readonly cause: VisitId | null }): void {
  const { token, plan, element } = place;
  const flow = plan.outgoing(element.id).find(({ to }) => to === event.id);
  if (flow) run.effects.push({ kind: 'took', flow: flow.id, scope: token.scope });
  const from = cause ? [token.visit, cause] : [token.visit];
  happened(run, stand(run, { element: event.id, scope: token.scope, from, side: token.side }));
  const stands = waitsOf(run, token.visit).length > 0 || run.incidents.any('visit', token.visit);
  if (isParallel(element) && !stands) closeVisit(run, token, 'completed');
}

/** A token stands on an event that has happened already, so it is not waited for. */
export function happened(run: Run, token: Token): void {
  const { plan, element } = placeOf(run, token);
  if (element.type === 'receiveTask') {
    run.queue.push({ do: 'finished', visit: token.visit });
    return;
  }
  closeVisit(run, token, 'completed');
  take(run, plan, { flows: plan.outgoing(element.id), from: token.visit, scope: token.scope, side: token.side });
}
