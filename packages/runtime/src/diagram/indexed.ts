import { grouped } from './grouped.ts';
import type { ElementId, FlowId } from '../words/ids.ts';
import type { Element, Flow, Process } from './model.ts';

/** A process looked up by ids; whatever is asked for and is not there is an empty list or undefined. */
export interface Indexed {
  element(id: string | undefined): Element | undefined;
  flow(id: string | undefined): Flow | undefined;
  /** Arrows that lead to an element, and out of it, in document order. */
  into(id: string): readonly Flow[];
  outOf(id: string): readonly Flow[];
  /** Direct children of a sub-process, or of the process where null. */
  inside(parent: string | null): readonly Element[];
  /** The events on the edge of a step. */
  boundaries(host: string): readonly Element[];
}

const known = new WeakMap<Process, Indexed>();

/** The index of a process: one walk the first time, kept as long as the process itself. */
export function indexed(process: Process): Indexed {
  const found = known.get(process) ?? indexOf(process);
  known.set(process, found);
  return found;
}

function indexOf({ elements, flows }: Process): Indexed {
  const byId = new Map<string | undefined, Element>(elements.map((element) => [element.id, element] satisfies [ElementId, Element]));
  const ways = new Map<string | undefined, Flow>(flows.map((flow) => [flow.id, flow] satisfies [FlowId, Flow]));
  const into = grouped(flows, ({ to }): string => to);
  const outOf = grouped(flows, ({ from }): string => from);
  const inside = grouped(elements, ({ parent }): string | null => parent);
  const boundaries = grouped(elements, ({ attachedTo }): string | undefined => attachedTo);
  return {
    element: (id) => byId.get(id),
    flow: (id) => ways.get(id),
    into: (id) => into.get(id) ?? [],
    outOf: (id) => outOf.get(id) ?? [],
    inside: (parent) => inside.get(parent) ?? [],
    boundaries: (host) => boundaries.get(host) ?? [],
  };
}
