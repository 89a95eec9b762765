import type { FlowId } from '../../words/ids.ts';
import type { Text } from '../../words/text.ts';
import { type Refused, refuse } from '../../words/refusal.ts';
import { startComplex } from '../complexGateway.ts';
import { chosen } from '../eventBasedGateway.ts';
import { caught } from '../intermediateCatchEvent.ts';
import { endLoop, loopInside } from '../loop.ts';
import type { Incident, Token, Wait } from '../marking.ts';
import { beginNext, doneByNobody, finish } from '../multiInstance.ts';
import { clearWait, closeScope } from '../run/close.ts';
import { fireJoin } from '../run/fireJoin.ts';
import { resolve, scopeIn, undecided } from '../run/incident.ts';
import { instancesIn, manyInside } from '../run/many.ts';
import { leave } from '../run/leave.ts';
import { manyIn } from '../run/many.ts';
import { elementOf, placeOf, type Place } from '../run/place.ts';
import { planOf, type Run } from '../run/run.ts';
import { waitsOf } from '../run/wait.ts';
import type { Stimulus } from '../stimulus.ts';
import { notWaiting } from './complete.ts';

/** Somebody decides that the case goes on from an incident as if what stands there had been done. */
export function skip(run: Run, { incident: id, flow }: Extract<Stimulus, { kind: 'skip' }>): Refused | undefined {
  const incident = run.incidents.get(id);
  if (!incident) return notWaiting(id);
  const token = incident.visit ? run.tokens.get(incident.visit) : undefined;
  if (!token) return skipAlone(run, incident);
  const place = placeOf(run, token);
  switch (incident.code) {
    case 'conditionUndecided':
    case 'noWayOn':
      return conditionOf(run, incident) ? skipEvent(run, place, incident) : goOn(run, place, { incident, flow });
    case 'timerInvalid':
      return skipEvent(run, place, incident);
    case 'listEmpty':
    case 'listInvalid':
      resolve(run, incident);
      return doneByNobody(run, place) as undefined;
    default:
      return asDone(run, place, incident);
  }
}

interface Skipping {
  readonly incident: Incident;
  readonly flow: FlowId | undefined;
}

/** The way that is named, else the default one, else the only one; where nothing can be told apart a person must name one. */
function goOn(run: Run, place: Place, { incident, flow }: Skipping): Refused | undefined {
  const { token, element, plan } = place;
  if (manyInside(run, token.visit) ?? loopInside(run, token.visit)) return goOnRepeating(run, token, incident);
  const flows = plan.outgoing(element.id);
  const [only] = flows;
  const named = flows.find((one) => one.id === flow);
  if (flow !== undefined && !named) return refuse('invalidInput', flow, oneOf(flows.map((one) => one.id)));
  const way = named ?? flows.find((one) => one.id === element.defaultFlow) ?? (flows.length === 1 ? only : undefined);
  if (!way && flows.length > 0) return refuse('required', element.id, oneOf(flows.map((one) => one.id)));
  resolve(run, incident);
  leave(run, place, { ok: true, flows: way ? [way] : [] });
  return undefined;
}

const oneOf = (flows: readonly FlowId[]): Text => ({
  zh: `从这一步出去的一条连线：${flows.join('、')}`,
  en: `One of the flows that lead on from here: ${flows.join(', ')}`,
});

/**
 * Whether enough have answered cannot be told: they have not, as long as any are left, so that nobody's task is taken from them; the next
 * answer asks again. Whether there is another round cannot be told: there is none.
 */
function goOnRepeating(run: Run, token: Token, incident: Incident): undefined {
  resolve(run, incident);
  const whole = manyInside(run, token.visit);
  const loop = loopInside(run, token.visit);
  if (loop) endLoop(run, loop);
  const many = whole && manyIn(run, whole.id);
  if (!many) return;
  if (instancesIn(run, whole).length + many.rest.length === 0) finish(run, token, whole);
  else beginNext(run, whole);
}

/** A condition that is waited for and could not be told. */
const conditionOf = (run: Run, incident: Incident): Wait | undefined =>
  run.waits.values().find((wait) => wait.kind === 'condition' && undecided(run, wait)?.id === incident.id);

/**
 * A timer without a moment, or a condition that cannot be told: where the token waits for nothing else it counts as having come, because
 * nothing else would ever move it. On a border, or beside other events, it counts as never coming: the work that it would have cut short
 * goes on.
 */
function skipEvent(run: Run, place: Place, incident: Incident): undefined {
  const { token } = place;
  const event = elementOf(run, token.scope, incident.element);
  const condition = conditionOf(run, incident);
  resolve(run, incident);
  if (event.type === 'boundaryEvent' || waitsOf(run, token.visit).some((wait) => wait !== condition)) {
    if (condition) clearWait(run, condition, 'cancelled');
    return;
  }
  // A timer without a moment was never waited for: this stands for its last firing.
  const timer: Wait = { id: incident.id, kind: 'timer', element: event.id, scope: token.scope, visit: token.visit, left: 1 };
  const occurrence = { wait: condition ?? timer, payload: {}, cause: null };
  if (event.id === token.element) caught(run, place, occurrence);
  else chosen(run, place, occurrence);
}

/** An activity counts as done without values, whatever is left inside it; an event as passed without having thrown anything. */
function asDone(run: Run, place: Place, incident: Incident): undefined {
  const { token, element, plan } = place;
  const { visit } = token;
  resolve(run, incident);
  if (element.type.endsWith('Event')) return leave(run, place, { ok: true, flows: plan.outgoing(element.id) }) as undefined;
  for (const scope of run.scopes.values()) if (scope.host === visit) closeScope(run, scope, 'cancelled');
  for (const wait of waitsOf(run, visit)) if (wait.element === element.id) clearWait(run, wait, 'cancelled');
  run.queue.push({ do: 'finished', visit });
}

/** What stands at no visit: a join goes on with what has come; anything else is only no longer to be looked at. */
function skipAlone(run: Run, incident: Incident): Refused | undefined {
  const { code, element: join } = incident;
  const waiting = run.arrivals.find((arrival) => arrival.join === join && arrival.scope === scopeIn(incident));
  if (code === 'stepBudget' && run.tokens.size + run.arrivals.length === 0) return refuse('notWaiting', join, NOTHING_LEFT);
  const condition = conditionOf(run, incident);
  resolve(run, incident);
  if (condition) clearWait(run, condition, 'cancelled');
  if (!waiting) return undefined;
  const { scope } = waiting;
  if (code === 'conditionUndecided') startComplex(run, join, scope);
  if (code !== 'noWayOn') return undefined;
  const came = run.arrivals.filter((arrival) => arrival.join === join && arrival.scope === scope);
  const taken = planOf(run, scope)
    .incoming(join)
    .flatMap((flow) => came.find((arrival) => arrival.flow === flow.id) ?? []);
  fireJoin(run, { join, scope, taken });
  return undefined;
}

const NOTHING_LEFT: Text = {
  zh: '办件还没有真正开始，没有可以跳过的步骤：请重试、跳转或撤销',
  en: 'The case has not really begun, so nothing can be skipped: try again, jump or cancel',
};
