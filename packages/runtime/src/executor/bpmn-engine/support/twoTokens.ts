import type { Element, Flow } from '../../../diagram/model.ts';
import type { Plan } from '../../../plan/plan.ts';
import { type ElementId, id } from '../../../words/ids.ts';

/** So many situations of a scope are looked at; what is found beyond is refused when it happens. */
const MOST = 2_000;
/** More tokens than this at once grow without end, or are beyond what is looked at. */
const TOKENS = 16;

/**
 * Elements at which two tokens would stand at once, each where the standard lets both pass: branches that run beside each other and meet
 * without a join. Events on borders and inside are left out, as they may never come.
 */
export function twoTokensIn(plan: Plan): readonly ElementId[] {
  const containers = [null, ...plan.process.elements.filter((one) => one.type === 'subProcess').map((one) => one.id)];
  const found = new Set<ElementId>();
  for (const container of containers) {
    const starts = plan.inside(container).filter((one) => one.type === 'startEvent');
    const entries = starts.length > 0 ? starts.map((one) => [one]) : [plan.entries(container)];
    for (const first of entries) for (const element of metIn(plan, first)) found.add(element);
  }
  return [...found];
}

/** Tokens by element, and by flow where they wait at a join. */
type Situation = readonly string[];

function metIn(plan: Plan, first: readonly Element[]): readonly ElementId[] {
  const found = new Set<ElementId>();
  const seen = new Set<string>();
  const open: Situation[] = [first.map((one) => one.id)];
  for (let now = open.pop(); now && seen.size < MOST; now = open.pop()) {
    const key = [...now].sort().join(' ');
    if (seen.has(key) || now.length > TOKENS) continue;
    seen.add(key);
    const twice = now.find((one, place) => now.indexOf(one) !== place);
    const element = twice === undefined ? undefined : plan.element(id(twice));
    if (element && stays(element)) found.add(element.id);
    // What follows from there would only name more of the same.
    if (twice === undefined) open.push(...after(plan, now));
    else if (element && !stays(element)) open.push(...after(plan, now));
  }
  return [...found];
}

/** Whether a token can still be there when another comes. */
const stays = ({ type, triggers }: Element): boolean =>
  /Task$|Process$|^callActivity$|^eventBasedGateway$/.test(type) ||
  (type === 'intermediateCatchEvent' && triggers.some(({ kind }) => kind !== 'link'));

function after(plan: Plan, now: Situation): readonly Situation[] {
  return now.flatMap((token, place): readonly Situation[] => {
    const element = plan.element(id(token));
    if (!element) return [];
    const rest = now.filter((_, other) => other !== place);
    return waysOf(plan, element).map((flows) => joined(plan, [...rest, ...flows.map((flow) => arriving(plan, flow))]));
  });
}

/** One way at a time where there is a choice, all where there is none. */
function waysOf(plan: Plan, element: Element): readonly (readonly Flow[])[] {
  const links = element.type === 'intermediateThrowEvent' ? plan.linkTargets(element.id) : [];
  const [target] = links;
  if (target) return [plan.outgoing(target.id)];
  const flows = plan.outgoing(element.id);
  const chooses =
    element.type === 'exclusiveGateway' || element.type === 'eventBasedGateway' || flows.some((flow) => flow.condition !== undefined);
  const parallel = element.type === 'parallelGateway' || element.type.endsWith('Event');
  if (!chooses || parallel) return [flows];
  // Several conditions of an inclusive gateway may hold; what else chooses is taken to choose one.
  return [...flows.map((flow) => [flow]), ...(element.type === 'inclusiveGateway' ? [flows] : [])];
}

const isJoin = (plan: Plan, id: ElementId): boolean => {
  const type = plan.element(id)?.type;
  return (type === 'parallelGateway' || type === 'inclusiveGateway') && plan.incoming(id).length > 1;
};

const arriving = (plan: Plan, flow: Flow): string => (isJoin(plan, flow.to) ? `>${flow.id}` : flow.to);

/** A parallel join takes one of each of its flows; an inclusive one is taken to take all that came. */
function joined(plan: Plan, now: Situation): Situation {
  for (const token of now) {
    const flow = token.startsWith('>') ? plan.process.flows.find((one) => `>${one.id}` === token) : undefined;
    if (!flow) continue;
    const into = plan.incoming(flow.to).map((one) => `>${one.id}`);
    const all = into.every((one) => now.includes(one));
    const alone = plan.element(flow.to)?.type === 'inclusiveGateway' && now.every((one) => into.includes(one));
    if (!all && !alone) continue;
    const left = [...now];
    for (const one of into) if (left.includes(one)) left.splice(left.indexOf(one), 1);
    return joined(plan, [...left, flow.to]);
  }
  return now;
}
