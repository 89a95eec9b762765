import type { ElementId, ScopeId } from '../../words/ids.ts';
import type { Refused } from '../../words/refusal.ts';
import type { Incident, Token } from '../marking.ts';
import { endAgain } from '../endEvent.ts';
import { askAgain, loopInside } from '../loop.ts';
import { proceed } from '../multiInstance.ts';
import { fill } from '../run/border.ts';
import { detailOf, resolve, scopeIn } from '../run/incident.ts';
import { manyInside } from '../run/many.ts';
import { isActivity } from '../run/isActivity.ts';
import { elementOf, placeOf } from '../run/place.ts';
import { planOf, type Run } from '../run/run.ts';
import { spawn } from '../run/token.ts';
import { type Arming, waitsOf } from '../run/wait.ts';
import type { Stimulus } from '../stimulus.ts';
import { armTimer } from '../timer.ts';
import { notWaiting } from './complete.ts';

/** Somebody has seen to an incident: what stood still is tried again, with the data of now. */
export function retry(run: Run, { incident: id }: Extract<Stimulus, { kind: 'retry' }>): Refused | undefined {
  const incident = run.incidents.get(id);
  if (!incident) return notWaiting(id);
  resolve(run, incident);
  const token = incident.visit ? run.tokens.get(incident.visit) : undefined;
  if (token) tryToken(run, token, incident);
  else tryScope(run, incident);
  return undefined;
}

function tryToken(run: Run, token: Token, incident: Incident): void {
  const { visit } = token;
  const many = manyInside(run, visit);
  const loop = loopInside(run, visit);
  const inner = run.scopes.in('host', visit)[0];
  if (incident.code === 'timerInvalid') {
    const group = groupOf(run, token, incident.element);
    const scope = liveScope(run, incident) ?? token.scope;
    return armAgain(run, incident, { element: elementOf(run, scope, incident.element), scope, visit, group });
  }
  // A condition that is waited for is asked again by itself.
  if (waitsOf(run, visit).some((wait) => wait.kind === 'condition' && wait.element === incident.element)) return;
  if (incident.code === 'errorUncaught' && isEnd(run, token)) return endAgain(run, placeOf(run, token));
  if (incident.code === 'errorUncaught' && isDone(run, token)) return;
  if (many) proceed(run, many);
  else if (loop) askAgain(run, loop);
  else if (inner) run.queue.push({ do: 'drained', scope: inner.id });
  else if (waitsOf(run, visit).some((wait) => wait.element === token.element)) return;
  else if (gaveOut(incident)) {
    if (fill(run, placeOf(run, token), 'output')) run.queue.push({ do: 'finished', visit });
  } else if (leavesAgain(run, token, incident)) run.queue.push({ do: 'finished', visit });
  else run.queue.push({ do: 'enter', visit, again: !wasCancelled(run, token, incident) });
}

const isEnd = (run: Run, { scope, element }: Token): boolean => elementOf(run, scope, element).type === 'endEvent';

/** What failed was done all the same: it has only its way on to find, which another incident is about. */
const isDone = (run: Run, token: Token): boolean =>
  run.incidents.in('visit', token.visit).some((incident) => gaveOut(incident) || leavesAgain(run, token, incident));

/** A transaction that was cancelled, and that no border took, begins anew with its border: that had been cleared. */
const wasCancelled = (run: Run, { visit, scope, element }: Token, { code }: Incident): boolean =>
  code === 'errorUncaught' && elementOf(run, scope, element).type === 'transaction' && waitsOf(run, visit).length === 0;

/** A step whose work is done could not give what comes out of it. */
const gaveOut = (incident: Incident): boolean => incident.code === 'mappingFailed' && detailOf(incident, 'side') === 'output';

/** An activity whose work is done has only its way on to find. */
const leavesAgain = (run: Run, token: Token, { code }: Incident): boolean =>
  (code === 'conditionUndecided' || code === 'noWayOn') && isActivity(elementOf(run, token.scope, token.element));

function groupOf(run: Run, token: Token, element: ElementId) {
  const event = elementOf(run, token.scope, element);
  return event.type === 'boundaryEvent' || event.id === token.element ? undefined : waitsOf(run, token.visit)[0]?.id;
}

function tryScope(run: Run, incident: Incident): void {
  const root = run.scopes.values()[0]?.id;
  if (!root) return;
  // The start that ran away is made again; its data were written before it.
  if (incident.code === 'stepBudget' && run.tokens.size + run.arrivals.length === 0) {
    spawn(run, { element: incident.element, scope: root, from: [] });
  }
  if (incident.code === 'noWayOn') askJoins(run, incident.element);
  const scope = liveScope(run, incident);
  if (scope && incident.code === 'conditionUndecided') run.queue.push({ do: 'join', join: incident.element, scope });
  if (incident.code !== 'timerInvalid') return;
  const start = scope && planOf(run, scope).element(incident.element);
  if (scope && start) armAgain(run, incident, { element: start, scope, visit: null });
}

/** The scope that an incident is about, if it is still there. */
const liveScope = (run: Run, incident: Incident): ScopeId | undefined => run.scopes.values().find(({ id }) => id === scopeIn(incident))?.id;

/** Only the timer that could not be armed: whatever else the event waits for is waited for already. */
function armAgain(run: Run, incident: Incident, arming: Arming): void {
  const written = detailOf(incident, 'written');
  const timers = arming.element.triggers.flatMap((trigger) => (trigger.kind === 'timer' ? [trigger.timer] : []));
  const timer = timers.find(({ value }) => value === written) ?? timers[0];
  if (timer) armTimer(run, arming, timer);
}

/** A join that waited for ever is asked again; one that still does is an incident anew. */
function askJoins(run: Run, join: ElementId): void {
  const scopes = new Set(run.arrivals.filter((arrival) => arrival.join === join).map((arrival) => arrival.scope));
  for (const scope of scopes) run.queue.push({ do: 'join', join, scope });
}
