import type { ElementId, Feel, FlowId, ProcessKey } from '../words/ids.ts';
import type { Text } from '../words/text.ts';
import type { DecisionFile } from './dmn/model.ts';
import type { Field, ProcessOffice, StepOffice } from './office.ts';

/** A BPMN file in our words: what the modeler shows, the check reads and the kernel runs. One parse serves all three. */
export interface Diagram {
  readonly id: string;
  readonly name: Text;
  readonly processes: readonly Process[];
  readonly pools: readonly Pool[];
  readonly messageFlows: readonly MessageFlow[];
  /** What the file names and does not hold; absent: nothing. */
  readonly unresolved?: readonly Unresolved[];
  /** The messages, signals, errors and escalations that the file declares; absent: none. */
  readonly declared?: readonly Declared[];
}

/** A reference to something that is not in the file. Moved drawings leave such behind; the rules say where. */
export interface Unresolved {
  /** The flow node, arrow, lane or pool that it stands at; its process, where it is within one. */
  readonly element: string;
  readonly name: Text;
  readonly process: ProcessKey | null;
  /** BPMN's word, without a prefix: `messageRef`. */
  readonly property: string;
  readonly to: string;
}

/** A name that events of several places share; `name` and `code` as the file has them. */
export interface Declared {
  readonly id: string;
  readonly kind: 'message' | 'signal' | 'error' | 'escalation';
  readonly name?: string;
  readonly code?: string;
}

/** A participant; without a process it is somebody outside. */
export interface Pool {
  readonly id: ElementId;
  readonly name: Text;
  readonly process: ProcessKey | null;
  /** How many such partners there are, where the file says so; -1 as the most: any number. */
  readonly multiplicity?: { readonly minimum: number; readonly maximum: number };
}

export interface MessageFlow {
  readonly id: FlowId;
  readonly name: Text;
  readonly from: ElementId;
  readonly to: ElementId;
}

/** One process. Its elements are flat, in document order; `parent` names the enclosing sub-process. */
export interface Process {
  readonly key: ProcessKey;
  readonly name: Text;
  readonly executable: boolean;
  readonly elements: readonly Element[];
  readonly flows: readonly Flow[];
  readonly lanes: readonly Lane[];
  readonly office: ProcessOffice;
  readonly fields: readonly Field[];
  /** Data objects and properties of the process itself; absent: none. */
  readonly owns?: readonly string[];
  /** DMN files that stand in the process; absent: none. */
  readonly tables?: readonly DecisionFile[];
  /** What another tool wrote in it, and whether our own words stand beside that; absent: nothing. */
  readonly foreign?: { readonly notes: readonly ForeignNote[]; readonly hasOwn: boolean };
}

/** A word of another tool, with what became of it here: `read`, or told where the flow runs without it or would run otherwise than drawn. */
export interface ForeignNote {
  /** The flow node, arrow or process that people see. */
  readonly element: string;
  /** As the file has it: `camunda:assignee`. */
  readonly word: string;
  readonly value?: string;
  readonly taken: 'read' | 'warning' | 'error';
  /** What it means here, or what was expected. */
  readonly says: Text;
}

export interface Lane {
  readonly id: ElementId;
  readonly name: Text;
  /** The post that does the steps of this lane, from `gc:post`. */
  readonly post?: string;
  /** The lane around it. */
  readonly within?: ElementId;
  readonly elements: readonly ElementId[];
}

/** A sequence flow. */
export interface Flow {
  readonly id: FlowId;
  readonly name: Text;
  readonly from: ElementId;
  readonly to: ElementId;
  readonly parent: ElementId | null;
  /** Absent: always. */
  readonly condition?: Feel;
}

export type TaskType = 'task' | 'userTask' | 'manualTask' | 'serviceTask' | 'sendTask' | 'receiveTask' | 'businessRuleTask' | 'scriptTask';
export type GatewayType = 'exclusiveGateway' | 'parallelGateway' | 'inclusiveGateway' | 'complexGateway' | 'eventBasedGateway';
export type EventType = 'startEvent' | 'endEvent' | 'intermediateCatchEvent' | 'intermediateThrowEvent' | 'boundaryEvent';
export type ContainerType = 'subProcess' | 'transaction' | 'adHocSubProcess';
export type ElementType = TaskType | GatewayType | EventType | ContainerType | 'callActivity';

/** A message by its name. By its key it finds the one case that it is for; `keepFor`: how long it is kept for a case that does not wait yet. */
export interface MessageRef {
  readonly name: string;
  readonly key?: Feel;
  /** ISO 8601; thirty days where absent. */
  readonly keepFor?: string;
}

/** What an error or an escalation goes by. Without a code a catcher takes every error, or every escalation. */
export interface Coded {
  readonly code?: string;
  /** It was declared without a code and goes by its name: thrown under that, while a catcher takes every one, before others the one of that name. */
  readonly named?: true;
}

/** What an event throws or waits for. Several make it a multiple event. */
export type EventTrigger =
  | ({ readonly kind: 'message' } & MessageRef)
  | { readonly kind: 'timer'; readonly timer: TimerSpec }
  | { readonly kind: 'signal'; readonly name: string }
  | ({ readonly kind: 'error' } & Coded)
  | ({ readonly kind: 'escalation' } & Coded)
  | { readonly kind: 'conditional'; readonly condition: Feel }
  | { readonly kind: 'link'; readonly name: string }
  /** Without an activity all that was done in the scope. `goesOn`: it need not wait until that is undone. */
  | { readonly kind: 'compensate'; readonly activity?: ElementId; readonly goesOn?: true }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'terminate' };

/**
 * When a timer fires. `value` is FEEL where `feel` is set (a field, a calculation), else ISO 8601 as BPMN writes it; `workingDays` is a
 * whole number of working days of the office's calendar. Two values beyond ISO 8601: a date followed by `/-3wd` (or `d`, `h`) means so
 * long before it, and the cycle `firstWorkingDay/1,7` the first working day of these months. A date without a time means 24:00 of it.
 */
export interface TimerSpec {
  readonly form: 'duration' | 'date' | 'cycle' | 'workingDays';
  readonly value: string;
  readonly feel: boolean;
  /** How many times the file gives, where it is not one. */
  readonly times?: number;
}

/** Standard loop: again while (or until first) the condition holds. */
export interface Loop {
  readonly testBefore: boolean;
  readonly condition?: Feel;
  readonly maximum?: number;
}

/** Multi-instance: 会签 (parallel), 依次 (sequential), 票签 (with a completion condition). */
export interface Many {
  readonly sequential: boolean;
  /** FEEL for a number of instances, or for the list whose items they take. One of the two. */
  readonly cardinality?: Feel;
  readonly over?: Feel;
  /** The list is named by `gc:items`. */
  readonly ours?: true;
  /** The name under which an instance sees its item. */
  readonly as?: string;
  readonly completion?: Feel;
  readonly behavior: 'none' | 'one' | 'all' | 'complex';
  /** What is thrown with `none` and `one`; without it a signal without a name. */
  readonly noneEvent?: EventTrigger;
  readonly oneEvent?: EventTrigger;
  readonly complex: readonly { readonly condition: Feel; readonly throws: readonly EventTrigger[] }[];
  /** Item values gathered for the steps after, as a list named `into`: of `{ by, item, value }`, or of the plain values as BPMN's own words have it. */
  readonly collect: readonly { readonly field: string; readonly into: string; readonly plain?: true }[];
}

/** What crosses into and out of a call: nothing else does. */
export interface Mapping {
  readonly from: Feel;
  readonly to: string;
}

export interface Call {
  readonly key: ProcessKey;
  readonly in: readonly Mapping[];
  readonly out: readonly Mapping[];
}

/**
 * What a service, send, rule or script task asks of a handler. What the kernel does itself: `set` is `gc:set`, FEEL assignments; `decide` is
 * `gc:rule`, a decision of one of the process's tables. `elsewhere`: the decision that another product would look for in a file of its own.
 */
export type Job =
  | {
      readonly type: 'service' | 'send' | 'rule' | 'script';
      readonly name: string;
      readonly input: readonly Mapping[];
      readonly output: readonly Mapping[];
      readonly elsewhere?: string;
    }
  | Decide
  | { readonly type: 'set'; readonly set: readonly Mapping[] };

/** A decision of a table. `input`: names that it sees beside the data; `output`: over `result` and, where that is a context, its members. */
export interface Decide {
  readonly type: 'decide';
  readonly table: string;
  /** The decision's id; absent: the one that no other of the file needs. */
  readonly decision?: string;
  /** Where no rule of the table hits, the case stops; absent: the result is null, and it goes on. */
  readonly required?: true;
  readonly input: readonly Mapping[];
  readonly output: readonly Mapping[];
}

/** A flow node. Members that do not belong to its type are absent. */
export interface Element {
  readonly id: ElementId;
  readonly type: ElementType;
  readonly name: Text;
  readonly parent: ElementId | null;
  readonly lane?: ElementId;
  readonly incoming: readonly FlowId[];
  /** In document order, which is the order in which conditions are tried. */
  readonly outgoing: readonly FlowId[];
  readonly defaultFlow?: FlowId;
  /** Events only; empty = none event. */
  readonly triggers: readonly EventTrigger[];
  readonly parallelMultiple?: boolean;
  readonly attachedTo?: ElementId;
  /** Boundary events and starts of event sub-processes; true unless the file says otherwise. */
  readonly interrupting?: boolean;
  readonly eventSubProcess?: boolean;
  /** Receive tasks and event-based gateways that start a case. */
  readonly instantiate?: boolean;
  readonly eventGatewayType?: 'exclusive' | 'parallel';
  readonly activation?: Feel;
  readonly adHoc?: { readonly sequential: boolean; readonly completion?: Feel; readonly cancelRemaining: boolean };
  readonly loop?: Loop;
  readonly many?: Many;
  readonly call?: Call;
  readonly job?: Job;
  /** Send and receive tasks: the message. */
  readonly message?: MessageRef;
  /** What a message carries out (payload) or in (fields it writes). */
  readonly mapping?: readonly Mapping[];
  /** Sub-processes: the names of data that live and end with each of its runs. */
  readonly owns?: readonly string[];
  /** Steps for people and sub-processes: what is worked out as it begins and as it ends; of what has its own borders the call or the job says so. */
  readonly input?: readonly Mapping[];
  readonly output?: readonly Mapping[];
  /** Data stores that it reads or writes, which nobody keeps here. */
  readonly stores?: readonly string[];
  readonly forCompensation?: boolean;
  /** The activity that undoes this one, from its compensation boundary event. */
  readonly compensatedBy?: ElementId;
  readonly startQuantity: number;
  readonly completionQuantity: number;
  readonly office: StepOffice;
}
