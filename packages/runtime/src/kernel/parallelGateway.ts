import type { ElementId, FlowId, ScopeId } from '../words/ids.ts';
import type { Construct } from './construct.ts';
import type { Arrival } from './marking.ts';
import { fireJoin } from './run/fireJoin.ts';
import { leave } from './run/leave.ts';
import { planOf, type Run } from './run/run.ts';

/** Out over all flows at once; conditions on them mean nothing. */
export const parallelGateway: Construct = (run, place) => leave(run, place, { ok: true, flows: place.plan.outgoing(place.element.id) });

/** Joins when every incoming flow has brought a token: the first of each flow, later ones wait for the next round. */
export function joinParallel(run: Run, join: ElementId, scope: ScopeId): void {
  const first = new Map<FlowId, Arrival>();
  for (const arrival of run.arrivals) {
    if (arrival.join === join && arrival.scope === scope && !first.has(arrival.flow)) first.set(arrival.flow, arrival);
  }
  const flows = planOf(run, scope).incoming(join);
  if (flows.every((flow) => first.has(flow.id))) fireJoin(run, { join, scope, taken: flows.flatMap((flow) => first.get(flow.id) ?? []) });
}
