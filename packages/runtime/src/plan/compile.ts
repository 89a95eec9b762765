import { grouped } from '../diagram/grouped.ts';
import type { Element, Flow, Process } from '../diagram/model.ts';
import type { DefinitionRef, ElementId, FlowId } from '../words/ids.ts';
import type { Plan } from './plan.ts';
import { reachingIn } from './reaching.ts';

/** Compiles a process for running: one walk over its elements and flows, no recursion. */
export function compile(process: Process, ref: DefinitionRef): Plan {
  const elements = new Map<ElementId, Element>(process.elements.map((element) => [element.id, element]));
  const flows = new Map<FlowId, Flow>(process.flows.map((flow) => [flow.id, flow]));
  const inside = grouped(process.elements, (element) => element.parent);
  const boundaries = grouped(
    process.elements.filter((element) => element.type === 'boundaryEvent'),
    (element) => element.attachedTo ?? null,
  );
  const eventSubProcesses = grouped(
    process.elements.filter((element) => element.eventSubProcess),
    (element) => element.parent,
  );
  const incoming = grouped(process.flows, (flow) => flow.to);
  // In document order, as parsed: that is the order in which conditions are tried.
  const outgoing = new Map(
    process.elements.map((element): [ElementId, readonly Flow[]] => {
      const listed = element.outgoing.flatMap((flow) => flows.get(flow) ?? []);
      return [element.id, listed];
    }),
  );
  const reached = new Map<FlowId, ReadonlySet<ElementId>>();
  const entries = (parent: ElementId | null): readonly Element[] => {
    const children = inside.get(parent) ?? [];
    const starts = children.filter((element) => element.type === 'startEvent');
    const plain = starts.filter((start) => start.triggers.length === 0);
    return starts.length > 0 ? plain : children.filter(isImplicitEntry);
  };
  const plan: Plan = {
    ref,
    process,
    perItem: new Set([
      ...process.fields.filter((field) => field.perItem).map((field) => field.key),
      ...process.elements.flatMap(({ many }) => (many?.collect ?? []).flatMap(({ field, plain }) => (plain ? [field] : []))),
    ]),
    entries,
    linkTargets(id) {
      const thrower = elements.get(id);
      const names = new Set(thrower?.triggers.flatMap((trigger) => (trigger.kind === 'link' ? [trigger.name] : [])));
      const siblings = thrower ? (inside.get(thrower.parent) ?? []) : [];
      return siblings.filter(
        (other) =>
          other.type === 'intermediateCatchEvent' && other.triggers.some((trigger) => trigger.kind === 'link' && names.has(trigger.name)),
      );
    },
    reaching(flow) {
      const known = reached.get(flow) ?? reachingIn(plan, flow);
      reached.set(flow, known);
      return known;
    },
    element: (id) => elements.get(id),
    flow: (id) => flows.get(id),
    outgoing: (id) => outgoing.get(id) ?? [],
    incoming: (id) => incoming.get(id) ?? [],
    inside: (parent) => inside.get(parent) ?? [],
    boundaries: (host) => boundaries.get(host) ?? [],
    eventSubProcesses: (parent) => eventSubProcesses.get(parent) ?? [],
  };
  return plan;
}

/** Without any start event, a token begins at whatever nothing leads to; what starts a case by itself is another way in, and so is a link. */
const isImplicitEntry = (element: Element): boolean =>
  element.incoming.length === 0 &&
  !element.triggers.some(({ kind }) => kind === 'link') &&
  element.type !== 'boundaryEvent' &&
  !element.eventSubProcess &&
  !element.forCompensation &&
  !element.instantiate;
