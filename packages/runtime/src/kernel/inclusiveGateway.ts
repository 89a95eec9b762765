import type { ElementId, FlowId, ScopeId } from '../words/ids.ts';
import type { Construct } from './construct.ts';
import type { Arrival } from './marking.ts';
import { fireJoin } from './run/fireJoin.ts';
import { leave } from './run/leave.ts';
import { planOf, type Run } from './run/run.ts';
import { everyWay } from './run/sequenceFlow.ts';

/** Out over every flow whose condition holds. */
export const inclusiveGateway: Construct = (run, place) => leave(run, place, everyWay(run, place));

/**
 * Fires the first inclusive join that may fire; whether one did. Asked only when nothing else can happen: by the standard's words a join
 * waits as long as some token elsewhere could still come to an empty flow of it, unless the same token could come to a filled one.
 */
export function joinInclusive(run: Run): boolean {
  if (run.arrivals.length === 0) return false;
  const looked = new Set<string>();
  for (const { join, scope } of run.arrivals) {
    const plan = planOf(run, scope);
    if (plan.element(join)?.type !== 'inclusiveGateway') continue;
    const key = `${scope} ${join}`;
    if (looked.has(key)) continue;
    looked.add(key);
    const filled = new Map<FlowId, Arrival>();
    for (const arrival of run.arrivals) {
      if (arrival.join === join && arrival.scope === scope && !filled.has(arrival.flow)) filled.set(arrival.flow, arrival);
    }
    if (mayStillCome(run, { join, scope }, filled)) continue;
    fireJoin(run, { join, scope, taken: plan.incoming(join).flatMap((flow) => filled.get(flow.id) ?? []) });
    return true;
  }
  return false;
}

interface Join {
  readonly join: ElementId;
  readonly scope: ScopeId;
}

/** Whether a token elsewhere in the scope could still come to an empty flow without passing the join, and to none of the filled ones. */
export function mayStillCome(run: Run, { join, scope }: Join, filled: Pick<ReadonlySet<FlowId>, 'has'>): boolean {
  const plan = planOf(run, scope);
  const flows = plan.incoming(join);
  const empty = flows.filter((flow) => !filled.has(flow.id));
  if (empty.length === 0) return false;
  const reaches = (from: ElementId, among: typeof flows): boolean => among.some((flow) => plan.reaching(flow.id).has(from));
  const full = flows.filter((flow) => filled.has(flow.id));
  return elsewhere(run, { join, scope }).some((element) => reaches(element, empty) && !reaches(element, full));
}

/** Where the scope's other tokens are: what runs inside an activity stands for it, what waits at another join stands there. */
function elsewhere(run: Run, { join, scope }: Join): readonly ElementId[] {
  const places: ElementId[] = [];
  for (const token of run.tokens.in('scope', scope)) places.push(token.element);
  for (const arrival of run.arrivals) if (arrival.scope === scope && arrival.join !== join) places.push(arrival.join);
  for (const { token } of run.parked) if (token.scope === scope) places.push(token.element);
  return places;
}
