import type { Incident, Stimulus } from '../../../ports/executor.ts';
import type { Refused } from '../../../words/refusal.ts';
import { actAgain } from '../acts/act.ts';
import { arm } from '../acts/arm.ts';
import { endCall } from '../acts/call.ts';
import { manyInside, openMany, proceed } from '../acts/many.ts';
import { waitsOf } from '../acts/wait.ts';
import type { Visit } from '../body.ts';
import { resolve } from '../step/incident.ts';
import { hostedBy } from '../step/places.ts';
import { put } from '../step/put.ts';
import { change, elementOf, planOf, type Step } from '../step/step.ts';
import { answerWays } from '../step/ways.ts';
import { notWaiting } from './work.ts';

/** Somebody has seen to an incident: what stood still is tried again, with the data of now. */
export function retry(step: Step, { incident: name }: Extract<Stimulus, { kind: 'retry' }>): Refused | undefined {
  const incident = step.incidents.get(name);
  if (!incident) return notWaiting(name);
  resolve(step, incident);
  const visit = incident.visit ? step.visits.get(incident.visit) : undefined;
  if (visit) tryVisit(step, visit, incident);
  else tryScope(step, incident);
  return undefined;
}

function tryVisit(step: Step, visit: Visit, incident: Incident): void {
  const many = manyInside(step, visit.visit);
  const [inner] = hostedBy(step, visit.visit);
  const element = elementOf(step, visit.scope, visit.element);
  if (incident.code === 'timerInvalid' && incident.element !== visit.element) {
    const event = elementOf(step, visit.scope, incident.element);
    const group = event.type === 'boundaryEvent' ? undefined : waitsOf(step, visit.visit)[0]?.id;
    arm(step, { element: event, scope: visit.scope, visit: visit.visit, group });
  } else if (step.asking.has(visit.visit)) answerWays(step, visit);
  else if (many) proceed(step, many.id);
  else if (inner) endCall(step, inner.id);
  else if (waitsOf(step, visit.visit).some((wait) => wait.element === visit.element)) return;
  else if (element.many && !visit.instance) openMany(step, change(step, visit, { begun: false }).visit);
  else actAgain(step, visit);
}

function tryScope(step: Step, incident: Incident): void {
  const [root] = step.scopes.keys();
  if (!root) return;
  // The start that ran away is made again; its data were written before it.
  if (incident.code === 'stepBudget' && step.visits.size === 0) put(step, { scope: root, element: incident.element }, { parents: [] });
  if (incident.code !== 'timerInvalid') return;
  const { detail } = incident;
  const scope = [...step.scopes.keys()].find(
    (id) => typeof detail === 'object' && detail !== null && 'scope' in detail && detail.scope === id,
  );
  const start = scope && planOf(step, scope).element(incident.element);
  if (scope && start) arm(step, { element: start, scope, visit: null });
}
