import type { Element } from '../../../diagram/model.ts';
import type { Plan } from '../../../plan/plan.ts';
import type { Plans } from '../../../ports/executor.ts';
import { type DefinitionRef, type ElementId, id } from '../../../words/ids.ts';
import type { Definition, FlowDefinition } from '../elements/native.ts';
import { makerOf, PROCESS } from '../elements/makers.ts';
import { QuietFlow } from '../elements/quietFlow.ts';
import { engineId, entryFlow, linkFlow } from './names.ts';

/** One definition as the engine is told of it. */
interface Told {
  readonly process: Definition;
  readonly activities: ReadonlyMap<string, Definition>;
  readonly flows: ReadonlyMap<string, FlowDefinition>;
  inside(scope: string): readonly Definition[];
  flowsIn(scope: string): readonly FlowDefinition[];
  into(activity: string): readonly FlowDefinition[];
  outOf(activity: string): readonly FlowDefinition[];
}

const told = new WeakMap<Plan, Told>();

/**
 * The definitions of a case as the engine asks for them, made from our model: nothing of a diagram's text is in the engine's state. Only
 * the root runs by itself; `live` are the called ones that it may have to recover.
 */
export function contextOf(plans: Plans, live: readonly DefinitionRef[]): object {
  const of = (ref: string): Told | undefined => {
    const plan = plans.get(id(ref));
    return plan && tellOf(plan);
  };
  const owner = (name: string): Told | undefined => of(name.includes('/') ? name.slice(0, name.indexOf('/')) : name);
  const processes = (): readonly Definition[] => [...new Set([plans.root, ...live])].flatMap((ref) => processFor(plans, ref) ?? []);
  return {
    id: 'case',
    type: 'bpmn:Definitions',
    getProcesses: processes,
    getExecutableProcesses: () => processes().slice(0, 1),
    getProcessById: (name: string) => processFor(plans, id(name)),
    getActivityById: (name: string) => owner(name)?.activities.get(name),
    getActivities: (scope?: string) => (scope === undefined ? [] : (owner(scope)?.inside(scope) ?? [])),
    getSequenceFlows: (scope?: string) => (scope === undefined ? [] : (owner(scope)?.flowsIn(scope) ?? [])),
    getSequenceFlowById: (name: string) => owner(name)?.flows.get(name),
    getInboundSequenceFlows: (name: string) => owner(name)?.into(name) ?? [],
    getOutboundSequenceFlows: (name: string) => owner(name)?.outOf(name) ?? [],
    getInboundAssociations: () => [],
    getOutboundAssociations: () => [],
    getAssociations: () => [],
    getMessageFlows: () => [],
    getDataObjectById: () => undefined,
    getDataStoreById: () => undefined,
    getDataStoreReferenceById: () => undefined,
    serialize: () => undefined,
  };
}

/** A called definition does not run by itself. */
function processFor(plans: Plans, ref: DefinitionRef): Definition | undefined {
  const plan = plans.get(ref);
  if (!plan) return undefined;
  const { process } = tellOf(plan);
  return { ...process, behaviour: { isExecutable: ref === plans.root } };
}

function tellOf(plan: Plan): Told {
  const known = told.get(plan) ?? tell(plan);
  told.set(plan, known);
  return known;
}

function tell(plan: Plan): Told {
  const { ref, process } = plan;
  const scopeOf = (parent: ElementId | null): Definition['parent'] =>
    parent === null ? { id: ref, type: 'bpmn:Process' } : { id: engineId(ref, parent), type: 'bpmn:SubProcess' };
  const activities = process.elements.map((element): Definition => {
    const { Behaviour, type, behaviour } = makerOf(plan, element);
    return { id: engineId(ref, element.id), type, parent: scopeOf(element.parent), Behaviour, behaviour };
  });
  const flow = (name: string, from: string | undefined, to: Element): FlowDefinition => ({
    id: engineId(ref, name),
    type: 'bpmn:SequenceFlow',
    parent: scopeOf(to.parent),
    Behaviour: QuietFlow,
    behaviour: {},
    sourceId: from === undefined ? '' : engineId(ref, from),
    targetId: engineId(ref, to.id),
  });
  const flows = [
    ...process.flows.flatMap((one) => {
      const target = plan.element(one.to);
      return target ? [flow(one.id, one.from, target)] : [];
    }),
    ...process.elements
      .filter((element) => element.type !== 'boundaryEvent' && plan.incoming(element.id).length === 0)
      .map((element) => flow(entryFlow(element.id), undefined, element)),
    ...process.elements
      .filter((element) => element.type === 'intermediateThrowEvent')
      .flatMap((thrower) =>
        plan
          .linkTargets(thrower.id)
          .slice(0, 1)
          .map((target) => flow(linkFlow(thrower.id), thrower.id, target)),
      ),
  ];
  const listed = <Member extends Definition>(members: readonly Member[], key: (member: Member) => string) => {
    const groups = new Map<string, Member[]>();
    for (const member of members) {
      const group = groups.get(key(member));
      if (group) group.push(member);
      else groups.set(key(member), [member]);
    }
    return (name: string): readonly Member[] => groups.get(name) ?? [];
  };
  return {
    process: { id: ref, type: 'bpmn:Process', parent: { id: 'case', type: 'bpmn:Definitions' }, Behaviour: PROCESS, behaviour: {} },
    activities: new Map(activities.map((one) => [one.id, one])),
    flows: new Map(flows.map((one) => [one.id, one])),
    inside: listed(activities, (one) => one.parent.id),
    flowsIn: listed(flows, (one) => one.parent.id),
    into: listed(flows, (one) => one.targetId),
    outOf: listed(flows, (one) => one.sourceId),
  };
}
