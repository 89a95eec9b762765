import { answer } from '../../../diagram/dmn/answer.ts';
import { noteOf } from '../../../diagram/dmn/note.ts';
import type { Decide, Element } from '../../../diagram/model.ts';
import type { VisitId } from '../../../words/ids.ts';
import type { Data } from '../../../words/json.ts';
import type { Visit } from '../body.ts';
import { mapped, visible, writeAll } from '../step/data.ts';
import { raise } from '../step/incident.ts';
import { tell } from '../step/places.ts';
import { change, elementOf, later, planOf, scopeOf, type Step } from '../step/step.ts';
import { within } from '../step/within.ts';
import { arm } from './arm.ts';
import { call } from './call.ts';
import { send, subscribe } from './message.ts';
import { throwNow } from './throw.ts';
import { addWait, waitsOf } from './wait.ts';

/** An element that the engine holds has got its token: what it asks for is asked, or done at once. */
export function act(step: Step, name: VisitId): void {
  const was = step.visits.get(name);
  if (!was || was.begun) return;
  const visit = change(step, was, { begun: true });
  actAgain(step, visit);
}

/** The same after an incident. */
export function actAgain(step: Step, visit: Visit): void {
  const element = elementOf(step, visit.scope, visit.element);
  if (step.happened.has(visit.visit)) return finish(step, visit);
  if (isPassed(element)) return finish(step, visit);
  switch (element.type) {
    case 'task':
      return finishLater(step, visit);
    case 'userTask':
    case 'manualTask':
      return openTask(step, visit);
    case 'sendTask':
      if (!element.message) return request(step, visit);
      return send(step, visit, element.message) ? finishLater(step, visit) : undefined;
    case 'receiveTask':
      return subscribe(step, { element, scope: visit.scope, visit: visit.visit }, element.message ?? { name: element.id });
    case 'callActivity':
      return call(step, visit);
    case 'eventBasedGateway':
      return waitForAny(step, visit);
    case 'intermediateCatchEvent':
      return arm(step, { element, scope: visit.scope, visit: visit.visit });
    case 'intermediateThrowEvent':
    case 'endEvent':
      if (element.triggers.some((trigger) => trigger.kind === 'signal')) return void step.throwing.push(visit.visit);
      return throwNow(step, visit);
    default:
      return request(step, visit);
  }
}

const PASSED: ReadonlySet<Element['type']> = new Set(['startEvent', 'exclusiveGateway', 'parallelGateway', 'inclusiveGateway']);

/** Whether nothing is asked for and nothing thrown there: a token goes on when its turn comes. */
const isPassed = ({ type, triggers }: Element): boolean =>
  PASSED.has(type) || (/^(end|intermediate\w+)Event$/.test(type) && triggers.every(({ kind }) => kind === 'link'));

/** The work of an element is done: the engine lets it go on. */
export function finish(step: Step, visit: Visit): void {
  tell(step, visit, { released: true });
}

/** What is done at once goes on when all that has been come to by now has begun. */
const finishLater = (step: Step, visit: Visit): void => later(step, visit.visit, () => finish(step, visit));

function openTask(step: Step, { visit, element: name, scope, instance }: Visit): void {
  addWait(step, { element: elementOf(step, scope, name), scope, visit }, { kind: 'task' });
  const { definition } = scopeOf(step, scope);
  step.effects.push({
    kind: 'taskOpened',
    visit,
    element: name,
    scope,
    definition,
    within: within(step, scope),
    ...(instance ? { instance } : {}),
  });
}

/** `gc:set` and the decisions of tables are worked out here; anything else is a job for a handler. */
function request(step: Step, visit: Visit): void {
  const element = elementOf(step, visit.scope, visit.element);
  const { job } = element;
  if (!job) return;
  const values = mapped(step, job.type === 'set' ? job.set : job.input, visible(step, visit.scope));
  if (!values.ok) return raise(step, visit, { code: 'mappingFailed', detail: values.detail });
  if (job.type === 'set') {
    writeAll(step, visit.scope, values.values);
    return finishLater(step, visit);
  }
  if (job.type === 'decide') return decideNow(step, visit, { job, given: values.values });
  const wait = addWait(step, { element, scope: visit.scope, visit: visit.visit }, { kind: 'job' });
  step.effects.push({ kind: 'jobRequested', job: wait.id, element: element.id, type: job.type, name: job.name, input: values.values });
}

function decideNow(step: Step, visit: Visit, { job, given }: { readonly job: Decide; readonly given: Data }): void {
  const tables = planOf(step, visit.scope).process.tables ?? [];
  const decided = answer(tables, job, { context: { ...visible(step, visit.scope), ...given }, at: step.at });
  if (!decided.ok) {
    const { reason, decision, rules } = decided;
    return raise(step, visit, { code: 'decisionUndecided', detail: { decision, rules, reason: { ...reason } } });
  }
  const values = mapped(step, job.output, decided.values);
  if (!values.ok) return raise(step, visit, { code: 'mappingFailed', detail: values.detail });
  writeAll(step, visit.scope, values.values);
  step.effects.push({ kind: 'noted', code: 'decided', element: visit.element, detail: noteOf(job, decided.rules, values.values) });
  finishLater(step, visit);
}

/** Waits for all events behind a gateway at once. */
function waitForAny(step: Step, visit: Visit): void {
  const plan = planOf(step, visit.scope);
  const flows = plan.outgoing(visit.element);
  if (flows.length === 0) return raise(step, visit, { code: 'noWayOn', detail: null });
  for (const flow of flows) {
    const event = plan.element(flow.to);
    if (!event) continue;
    const arming = { element: event, scope: visit.scope, visit: visit.visit, group: waitsOf(step, visit.visit)[0]?.id };
    if (event.type === 'receiveTask') subscribe(step, arming, event.message ?? { name: event.id });
    else arm(step, arming);
  }
}
