import type { DefinitionRef, ElementId, FlowId } from '../words/ids.ts';
import type { Element, Flow, Process } from '../diagram/model.ts';

/** A definition compiled for running: indexes in memory, never stored, made again from the diagram at any time. */
export interface Plan {
  readonly ref: DefinitionRef;
  readonly process: Process;
  element(id: ElementId): Element | undefined;
  flow(id: FlowId): Flow | undefined;
  /** Outgoing flows in document order. */
  outgoing(id: ElementId): readonly Flow[];
  incoming(id: ElementId): readonly Flow[];
  /** Direct children of a sub-process, or of the process where null. */
  inside(parent: ElementId | null): readonly Element[];
  boundaries(host: ElementId): readonly Element[];
  eventSubProcesses(parent: ElementId | null): readonly Element[];
  /** Where tokens begin inside: none start events, or without any start event whatever nothing leads to. */
  entries(parent: ElementId | null): readonly Element[];
  /** The catching ends of a link event. */
  linkTargets(id: ElementId): readonly Element[];
  /** Fields that each item of a multi-instance keeps for itself. */
  readonly perItem: ReadonlySet<string>;
  /** Elements from which a token can come to this flow without passing the gateway that it leads to. Worked out once, when first asked. */
  reaching(flow: FlowId): ReadonlySet<ElementId>;
}
