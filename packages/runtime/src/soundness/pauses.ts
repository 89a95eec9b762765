import type { Element, Flow, Process } from '../diagram/model.ts';
import type { Plan } from '../plan/plan.ts';
import { type ElementId, type FlowId, id } from '../words/ids.ts';
import { reachesOver } from './reachesOver.ts';
import { type Reading, waits } from './reading.ts';

/** By pause, the gateway that it stands before. */
export type Pauses = ReadonlyMap<ElementId, ElementId>;

/**
 * Where several branches come to choosing gateways within one step, all combinations of what they choose would be states. There a pause stands
 * before each such gateway, so that one can choose after the other. It makes no difference to what can happen: paused gateways choose before
 * anything else does, unless the two are apart. Where something reaches over to other branches – a signal, an error, an end of all – or two of
 * these gateways ask the same, nothing is paused.
 */
export function pausesIn(plan: Plan, reading: Reading): ReadonlyMap<FlowId, ElementId> {
  const { elements } = plan.process;
  if (elements.some(reachesOver)) return new Map();
  const groups = elements.filter(isFork).map((fork) => choosersBehind(plan, fork));
  const shared = new Set(groups.flatMap((group) => sharing(group, reading)));
  const paused = groups.flatMap((group) => (new Set(group.map(({ gateway }) => gateway)).size > 1 ? group : []));
  return new Map(
    paused
      .filter(({ gateway }) => !shared.has(gateway) && !comesBack(plan, gateway))
      .map(({ flow, gateway }) => [flow, id<'bpmn'>(`${gateway}~${flow}`)]),
  );
}

/** The process with its pauses: a piece of work on the flow to the gateway. */
export function withPauses(process: Process, on: ReadonlyMap<FlowId, ElementId>): { readonly process: Process; readonly pauses: Pauses } {
  const pauses = new Map<ElementId, ElementId>();
  const added: Element[] = [];
  const flows = process.flows.flatMap((flow): readonly Flow[] => {
    const pause = on.get(flow.id);
    const gateway = process.elements.find((element) => element.id === flow.to);
    if (!pause || !gateway) return [flow];
    const onward: Flow = { id: onwardOf(flow.id), name: flow.name, from: pause, to: flow.to, parent: flow.parent };
    pauses.set(pause, gateway.id);
    added.push(pauseBefore(gateway, pause, { come: flow.id, go: onward.id }));
    return [{ ...flow, to: pause }, onward];
  });
  const elements = process.elements.map((element) => ({
    ...element,
    incoming: element.incoming.map((flow) => (on.has(flow) ? onwardOf(flow) : flow)),
  }));
  return { process: { ...process, elements: [...elements, ...added], flows }, pauses };
}

const onwardOf = (flow: FlowId): FlowId => id<'flow'>(`${flow}~`);

const pauseBefore = (gateway: Element, pause: ElementId, on: { readonly come: FlowId; readonly go: FlowId }): Element => ({
  id: pause,
  type: 'serviceTask',
  name: gateway.name,
  parent: gateway.parent,
  incoming: [on.come],
  outgoing: [on.go],
  triggers: [],
  job: { type: 'service', name: 'pause', input: [], output: [] },
  startQuantity: 1,
  completionQuantity: 1,
  office: gateway.office,
});

interface Chooser {
  readonly flow: FlowId;
  readonly gateway: ElementId;
}

/** What sends a token over each of its ways, or over several. */
const isFork = ({ type, outgoing }: Element): boolean => outgoing.length > 1 && type !== 'exclusiveGateway' && type !== 'eventBasedGateway';

const isChooser = (plan: Plan, { id, type, outgoing }: Element): boolean =>
  outgoing.length > 1 && (type === 'exclusiveGateway' || (type === 'inclusiveGateway' && plan.incoming(id).length < 2));

/** The choosing gateways that tokens come to in the step in which they leave the fork, each with the flow to it. */
function choosersBehind(plan: Plan, fork: Element): readonly Chooser[] {
  const found: Chooser[] = [];
  const seen = new Set<FlowId>();
  const open = [...plan.outgoing(fork.id)];
  for (let flow = open.pop(); flow; flow = open.pop()) {
    const target = plan.element(flow.to);
    if (!target || seen.has(flow.id)) continue;
    seen.add(flow.id);
    if (isChooser(plan, target)) found.push({ flow: flow.id, gateway: target.id });
    else open.push(...atOnceBehind(plan, target));
  }
  return found;
}

/** The flows that a token takes on within the step in which it comes to an element. */
function atOnceBehind(plan: Plan, element: Element): readonly Flow[] {
  const { id, type } = element;
  const joins = plan.incoming(id).length > 1 && /^(parallel|inclusive|complex)Gateway$/.test(type);
  if (waits(element) || joins || element.many || element.loop) return [];
  if (type === 'subProcess') return plan.entries(id).flatMap((entry) => plan.outgoing(entry.id));
  return plan.outgoing(id);
}

/** Gateways of one group of which two may ask for the same. */
function sharing(group: readonly Chooser[], reading: Reading): readonly ElementId[] {
  const askers = new Map<string, Set<ElementId>>();
  for (const { gateway } of group)
    for (const name of reading.atOnce(gateway)) askers.set(name, (askers.get(name) ?? new Set()).add(gateway));
  return [...askers.values()].flatMap((gateways) => (gateways.size > 1 ? [...gateways] : []));
}

/** Whether a token could go round to a gateway again without ever waiting. */
function comesBack(plan: Plan, gateway: ElementId): boolean {
  const seen = new Set<ElementId>();
  const open = plan.outgoing(gateway).map(({ to }) => to);
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === gateway) return true;
    const element = seen.has(at) ? undefined : plan.element(at);
    seen.add(at);
    if (element && !waits(element)) open.push(...plan.outgoing(at).map(({ to }) => to));
  }
  return false;
}
