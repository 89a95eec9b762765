import { type ElementId, type FlowId, id } from '../../../words/ids.ts';
import { endCall } from '../acts/call.ts';
import { act } from '../acts/act.ts';
import { armBorder } from '../acts/arm.ts';
import { joinNow } from '../acts/joins.ts';
import { instanceDone, openMany } from '../acts/many.ts';
import { beginEvent, beginInside } from '../acts/scope.ts';
import type { Arriving, RunningScope, Visit } from '../body.ts';
import type { Content } from '../elements/native.ts';
import { elementIn, isUndrawn } from '../engine/names.ts';
import { closeScope, closeVisit } from './close.ts';
import { endCase } from './end.ts';
import { scopeBy, visitBy } from './places.ts';
import { elementOf, later, number, planOf, Runaway, STEP_BUDGET, type Step } from './step.ts';

/** What the adapter does when the engine says that something happens. It never acts upon the engine from here: that waits until it rests. */
export type Listener = (step: Step, content: Content) => void;

/** All that the adapter listens to. Without one of these a case stands still. */
export const LISTENERS: { readonly [event: string]: Listener } = {
  'flow.take': taken,
  'activity.enter': entered,
  'activity.wait': waits,
  'activity.many': waitsForMany,
  'activity.instance': instanceLeft,
  'activity.end': left,
  'process.end': processEnded,
};

const keyOf = (scope: RunningScope, element: string): string => `${scope.id} ${element}`;

/** A flow was taken. */
function taken(step: Step, content: Content): void {
  const scope = scopeBy(step, content.parent?.executionId);
  const sequence = content.sequenceId;
  if (!scope || sequence === undefined) return;
  step.taken += 1;
  if (step.taken > STEP_BUDGET) throw new Runaway();
  const announced = step.announced.get(sequence);
  const source = announced ? undefined : step.left.get(keyOf(scope, elementIn(String(content.sourceId))));
  const flow: FlowId = id(elementIn(content.id));
  const chosen = source && step.chosen.get(source.visit);
  if (chosen) {
    const parents = chosen.cause ? [source.visit, chosen.cause] : [source.visit];
    step.announced.set(sequence, { parents, side: source.side, counts: true, happened: true });
  }
  const side = announced?.side ?? source?.side;
  const from = announced?.parents[0] ?? source?.visit ?? id('v0');
  const join = elementIn(String(content.targetId));
  step.arrivals.push({ join, flow, scope: scope.id, from, sequence, ...(side ? { side } : {}) });
  if (!isUndrawn(flow) && (!announced || announced.counts)) step.effects.push({ kind: 'took', flow, scope: scope.id });
  if (isJoin(step, scope, join)) step.todo.push(() => step.scopes.has(scope.id) && joinNow(step, { join, scope: scope.id }));
}

/** An element has taken tokens up and runs. */
function entered(step: Step, content: Content): void {
  const scope = scopeBy(step, content.parent?.executionId);
  if (!scope) return;
  const element = elementOf(step, scope.id, elementIn(content.id));
  if (element.type === 'boundaryEvent') return;
  const sequences = new Set((content.inbound ?? []).map((one) => one.sequenceId));
  const came = step.arrivals.filter((arrival) => sequences.has(arrival.sequence));
  step.arrivals = step.arrivals.filter((arrival) => !came.includes(arrival));
  const announced = came.map((arrival) => step.announced.get(arrival.sequence)).find((one) => one !== undefined);
  const from = announced ? announced.parents : [...new Set(came.map((arrival) => arrival.from))];
  if (element.eventSubProcess)
    return void step.todo.unshift(() =>
      beginEvent(step, { around: scope, element, exec: content.executionId, from, start: announced?.start }),
    );
  const side = came[0]?.side;
  const fires = !announced && isJoin(step, scope, element.id) ? joined(step, scope, { content, came, from }) : undefined;
  if (fires === 'over') return;
  const visit: Visit = {
    visit: id(`v${number(step)}`),
    element: element.id,
    scope: scope.id,
    from: fires ? [fires] : from,
    exec: content.executionId,
    begun: false,
    ...(side && !fires ? { side } : {}),
  };
  step.visits.set(visit.visit, visit);
  if (announced?.happened) step.happened.add(visit.visit);
  else step.todo.push(() => armBorder(step, visit.visit));
  if (element.type === 'subProcess' && !element.many) step.todo.push(() => beginInside(step, visit.visit));
}

function isJoin(step: Step, scope: RunningScope, name: ElementId): boolean {
  const plan = planOf(step, scope.id);
  const element = plan.element(name);
  return (element?.type === 'parallelGateway' || element?.type === 'inclusiveGateway') && plan.incoming(element.id).length > 1;
}

/** A join has fired: a visit of its own that names what it consumed. Where there is nothing to decide, that is all. */
function joined(
  step: Step,
  scope: RunningScope,
  { content, came, from }: { readonly content: Content; readonly came: readonly Arriving[]; readonly from: Visit['from'] },
): Visit['visit'] | 'over' {
  const visit: Visit = {
    visit: id(`v${number(step)}`),
    element: elementIn(content.id),
    scope: scope.id,
    from,
    exec: content.executionId,
    begun: true,
    joined: true,
  };
  const consumed = came.map((arrival) => ({ join: arrival.join, flow: arrival.flow, scope: arrival.scope, from: arrival.from }));
  step.effects.push({
    kind: 'passed',
    pass: { visit: visit.visit, element: visit.element, scope: scope.id, from, consumed, closed: 'joined' },
  });
  const plan = planOf(step, scope.id);
  const flows = plan.outgoing(visit.element);
  const decides = plan.element(visit.element)?.type === 'inclusiveGateway' && (flows.length > 1 || flows[0]?.condition !== undefined);
  if (decides) return visit.visit;
  step.visits.set(visit.visit, visit);
  return 'over';
}

/** An element waits for the adapter. After a recovery it says so again; what is to be done has been done then. */
function waits(step: Step, content: Content): void {
  const visit = visitBy(step, content.executionId);
  if (visit && !visit.begun) step.todo.push(() => act(step, visit.visit));
}

/** A multi-instance waits to be told of its instances. */
function waitsForMany(step: Step, content: Content): void {
  const visit = visitBy(step, content.executionId);
  if (visit && !visit.begun) step.todo.push(() => openMany(step, visit.visit));
}

/** An instance is done. */
function instanceLeft(step: Step, content: Content): void {
  const visit = visitBy(step, content.executionId);
  if (!visit) return;
  const done = (): void => instanceDone(step, visit);
  // A sub-process is empty, then done.
  if (elementOf(step, visit.scope, visit.element).type === 'subProcess') later(step, visit.visit, () => later(step, visit.visit, done));
  else done();
}

/** An element is done and goes on. What was ended from outside says something else. */
function left(step: Step, content: Content): void {
  const scope = scopeBy(step, content.executionId);
  const around = scopeBy(step, content.parent?.executionId);
  const visit = visitBy(step, content.executionId);
  const leaver = visit ?? step.leaving.get(content.executionId);
  if (leaver && around) step.left.set(keyOf(around, leaver.element), leaver);
  if (visit) closeVisit(step, visit, 'completed');
  else if (scope?.kind === 'event') closeScope(step, scope, 'completed');
}

/** A process of the engine has ended: the case's own, or a called one. */
function processEnded(step: Step, content: Content): void {
  const scope = scopeBy(step, content.executionId);
  if (!scope) return;
  if (scope.kind === 'process') endCase(step, scope.id, 'completed');
  else step.todo.push(() => endCall(step, scope.id));
}
