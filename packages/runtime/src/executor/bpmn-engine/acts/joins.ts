import type { ElementId, FlowId, ScopeId } from '../../../words/ids.ts';
import { refuse } from '../../../words/refusal.ts';
import type { Arriving } from '../body.ts';
import { releaseJoin } from '../elements/join.ts';
import { activityOf } from '../step/places.ts';
import { planOf, type Step } from '../step/step.ts';

interface Waiting {
  readonly join: ElementId;
  readonly scope: ScopeId;
  readonly type: string | undefined;
  /** The first arrival of each flow; later ones wait for the next round. */
  readonly filled: ReadonlyMap<FlowId, Arriving>;
}

/** A token has come to a join: it fires where every flow has brought one. */
export function joinNow(step: Step, { join, scope }: Pick<Waiting, 'join' | 'scope'>): void {
  const found = waiting(step).find((one) => one.join === join && one.scope === scope);
  if (
    found &&
    planOf(step, scope)
      .incoming(join)
      .every((flow) => found.filled.has(flow.id))
  )
    fire(step, found);
}

/** Lets one join run that may: parallel ones when every flow has brought a token, inclusive ones when none can come any more. */
export function fireJoin(step: Step, type: 'parallelGateway' | 'inclusiveGateway'): boolean {
  const found = waiting(step).find((one) => one.type === type && mayFire(step, one));
  return found !== undefined && fire(step, found);
}

function fire(step: Step, { join, scope, filled }: Waiting): boolean {
  const activity = activityOf(step, scope, join);
  if (activity.isRunning) {
    step.refused ??= twoTokens(join);
    return false;
  }
  const flows = planOf(step, scope).incoming(join);
  releaseJoin(
    activity,
    flows.flatMap((flow) => filled.get(flow.id)?.sequence ?? []),
  );
  return true;
}

/** The engine runs an element once at a time, where the standard lets a second token pass. */
export const twoTokens = (element: ElementId) =>
  refuse('unsupported', element, {
    zh: 'bpmn-engine 不能在同一步骤上同时运行两个令牌',
    en: 'bpmn-engine cannot run two tokens at one place at once',
  });

function waiting(step: Step): readonly Waiting[] {
  const joins = new Map<string, { readonly join: ElementId; readonly scope: ScopeId; readonly filled: Map<FlowId, Arriving> }>();
  for (const arrival of step.arrivals) {
    const { join, scope, flow } = arrival;
    const at = joins.get(`${scope} ${join}`) ?? { join, scope, filled: new Map<FlowId, Arriving>() };
    joins.set(`${scope} ${join}`, at);
    if (!at.filled.has(flow)) at.filled.set(flow, arrival);
  }
  return [...joins.values()].map((one) => ({ ...one, type: planOf(step, one.scope).element(one.join)?.type }));
}

function mayFire(step: Step, { join, scope, type, filled }: Waiting): boolean {
  const plan = planOf(step, scope);
  const flows = plan.incoming(join);
  const empty = flows.filter((flow) => !filled.has(flow.id));
  if (empty.length === 0) return true;
  if (type === 'parallelGateway') return false;
  const full = flows.filter((flow) => filled.has(flow.id));
  const reaches = (from: ElementId, among: typeof flows): boolean => among.some((flow) => plan.reaching(flow.id).has(from));
  return !elsewhere(step, { join, scope }).some((element) => reaches(element, empty) && !reaches(element, full));
}

/** Where the scope's other tokens are: what waits at another join stands there. */
const elsewhere = (step: Step, { join, scope }: Pick<Waiting, 'join' | 'scope'>): readonly ElementId[] => [
  ...[...step.visits.values()].filter((visit) => visit.scope === scope).map((visit) => visit.element),
  ...step.arrivals.filter((arrival) => arrival.scope === scope && arrival.join !== join).map((arrival) => arrival.join),
];
