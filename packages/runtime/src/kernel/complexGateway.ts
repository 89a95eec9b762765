import { evaluateCondition } from '../diagram/feel/condition.ts';
import type { ElementId, FlowId, ScopeId } from '../words/ids.ts';
import type { Construct } from './construct.ts';
import { mayStillCome } from './inclusiveGateway.ts';
import type { Arrival, Incident } from './marking.ts';
import { visible } from './run/data.ts';
import { fireJoin } from './run/fireJoin.ts';
import { detailOf, raise, resolve, scopeIn } from './run/incident.ts';
import { leave } from './run/leave.ts';
import { elementOf } from './run/place.ts';
import { planOf, type Run } from './run/run.ts';
import { everyWay } from './run/sequenceFlow.ts';

/**
 * Out over every flow whose condition holds; `waitingForStart` tells conditions which of the two phases it is. Of tokens that came late
 * only flows with a condition that holds, or else the default one, get any: there may be none.
 */
export const complexGateway: Construct = (run, place) => {
  const late = place.token.late === true;
  leave(run, place, everyWay(run, place, { late, also: { waitingForStart: !late } }));
};

/** A token has come: where it waits for the start, its condition is asked; the tokens that are there are then taken, one of each flow. */
export function joinComplex(run: Run, gateway: ElementId, scope: ScopeId): boolean {
  const waiting = run.arrivals.filter((arrival) => arrival.join === gateway && arrival.scope === scope);
  const resetting = run.resetting.some((one) => one.gateway === gateway && one.scope === scope);
  if (waiting.length === 0 || resetting || !activates(run, { gateway, scope, count: waiting.length })) return false;
  startComplex(run, gateway, scope);
  return true;
}

/** It starts with the tokens that are there, one of each flow, and is reset where some are still to come. */
export function startComplex(run: Run, gateway: ElementId, scope: ScopeId): void {
  const waiting = run.arrivals.filter((arrival) => arrival.join === gateway && arrival.scope === scope);
  const flows = planOf(run, scope).incoming(gateway);
  const taken = firstOfEach(
    waiting,
    flows.map(({ id }) => id),
  );
  const by = fireJoin(run, { join: gateway, scope, taken });
  if (taken.length < flows.length) run.resetting = [...run.resetting, { gateway, scope, taken: taken.map(({ flow }) => flow), by }];
  else run.queue.push({ do: 'join', join: gateway, scope });
}

/**
 * Asked when all else rests. A gateway that waits to be reset does so as an inclusive join would fire: when no token can still come over
 * a flow that has brought none. What came late is taken then; without any, it is only ready for the next start. Conditions may by now hold.
 */
export function resetComplex(run: Run): boolean {
  for (const record of run.resetting) {
    const { gateway, scope, taken, by } = record;
    const untaken = planOf(run, scope)
      .incoming(gateway)
      .map(({ id }) => id)
      .filter((flow) => !taken.includes(flow));
    const late = firstOfEach(
      run.arrivals.filter((arrival) => arrival.join === gateway && arrival.scope === scope),
      untaken,
    );
    if (mayStillCome(run, { join: gateway, scope }, new Set([...taken, ...late.map(({ flow }) => flow)]))) continue;
    run.resetting = run.resetting.filter((one) => one !== record);
    if (late.length > 0) fireJoin(run, { join: gateway, scope, taken: late, ...(by ? { resets: by } : {}), late: true });
    run.queue.push({ do: 'join', join: gateway, scope });
    return true;
  }
  forgetGone(run);
  if (run.arrivals.length === 0) return false;
  const gateways = run.arrivals.filter(({ join, scope }) => elementOf(run, scope, join).type === 'complexGateway');
  return gateways.some(({ join, scope }) => joinComplex(run, join, scope));
}

const firstOfEach = (arrivals: readonly Arrival[], flows: readonly FlowId[]): readonly Arrival[] =>
  flows.flatMap((flow) => arrivals.find((arrival) => arrival.flow === flow) ?? []);

/** Without a condition the first token starts it. One that cannot be told leaves an incident until it can. */
function activates(
  run: Run,
  { gateway, scope, count }: { readonly gateway: ElementId; readonly scope: ScopeId; readonly count: number },
): boolean {
  const { activation } = elementOf(run, scope, gateway);
  if (!activation) return true;
  const held = evaluateCondition(activation, { ...visible(run, scope), activationCount: count }, run.at);
  const known = undecided(run).find((incident) => incident.element === gateway && scopeIn(incident) === scope);
  if (held.value !== 'neither') {
    if (known) resolve(run, known);
    return held.value;
  }
  const detail = { gateway, scope, condition: activation, reason: { ...held.reason } };
  if (!known) raise(run, { element: gateway, visit: null }, { code: 'conditionUndecided', detail });
  return false;
}

/** An incident of a gateway at which nothing waits any more is about nothing. */
function forgetGone(run: Run): void {
  if (run.incidents.size === 0) return;
  for (const incident of undecided(run)) {
    const scope = scopeIn(incident);
    if (!run.arrivals.some((arrival) => arrival.join === incident.element && arrival.scope === scope)) resolve(run, incident);
  }
}

const undecided = (run: Run): readonly Incident[] =>
  run.incidents.values().filter((incident) => incident.code === 'conditionUndecided' && detailOf(incident, 'gateway') !== undefined);
