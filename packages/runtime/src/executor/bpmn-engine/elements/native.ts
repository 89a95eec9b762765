import * as Elements from 'bpmn-elements';

/** What a message of the engine says about an execution; the members that we read. */
export interface Content {
  readonly id: string;
  readonly type: string;
  readonly executionId: string;
  readonly parent?: Parent;
  readonly isRootScope?: boolean | undefined;
  readonly index?: number;
  readonly sequenceId?: string;
  readonly inbound?: readonly Content[];
  readonly message?: Told;
  readonly [more: string]: unknown;
}

/** Where an execution stands, and what is around that, the nearest first. */
export interface Parent {
  readonly id: string;
  readonly type: string;
  readonly executionId?: string;
  readonly path?: readonly Parent[];
}

/** What the adapter tells an execution: go on, or begin these instances. */
export interface Told {
  readonly released?: boolean;
  readonly begin?: readonly number[];
}

/** A message of the engine's brokers. */
export interface Message {
  readonly fields: { readonly routingKey: string; readonly redelivered?: boolean };
  readonly content: Content;
  readonly properties: { readonly type?: string };
  ack(): void;
}

type Consumer = (routingKey: string, message: Message) => void;

/** A queue of the engine's brokers: what is in it is part of the engine's state. */
export interface Queue {
  readonly messages: readonly Message[];
  queueMessage(fields: Message['fields'], content: Content): void;
  ack(message: Message): void;
}

/** The part of smqp's broker that we use. */
export interface Broker {
  publish(
    exchange: string,
    routingKey: string,
    content: object,
    properties?: { readonly type?: string; readonly persistent?: boolean },
  ): void;
  subscribeTmp(
    exchange: string,
    pattern: string,
    consumer: Consumer,
    options: { readonly noAck: boolean; readonly consumerTag: string; readonly priority?: number },
  ): void;
  assertQueue(name: string, options: { readonly durable: boolean; readonly autoDelete: boolean }): Queue;
  cancel(consumerTag: string): void;
}

/** A flow of the engine. */
export interface NativeFlow {
  readonly id: string;
  readonly targetId: string;
  readonly broker: Broker;
  take(content: { readonly sequenceId: string }): void;
  createMessage(content: object): Content;
}

/** The flows over which an activity is left. */
export type Outbound = readonly { readonly id: string; readonly action: 'take'; readonly targetId: string }[];

/** An activity of the engine, one per element and scope. */
export interface NativeActivity {
  readonly id: string;
  readonly broker: Broker;
  readonly behaviour: Behaviour;
  readonly inbound: readonly NativeFlow[];
  readonly outbound: readonly NativeFlow[];
  readonly executionId?: string;
  readonly isRunning: boolean;
  readonly execution?: { readonly source?: { readonly executions?: readonly NativeExecution[] } };
  addInboundListeners(): number;
  evaluateOutbound(from: Message, takeOne: boolean | undefined, answer: (error: null, flows: Outbound) => void): void;
  run(content: { readonly inbound: readonly Content[] }): void;
  discard(): void;
}

/** A running process, or a running inside of a sub-process. */
export interface NativeExecution {
  readonly executionId: string;
  readonly completed: boolean;
  getActivityById(id: string): NativeActivity | undefined;
  getActivities(): readonly NativeActivity[];
  getSequenceFlows(): readonly NativeFlow[];
}

/** What an element is, as the engine asks for it. */
export interface Behaviour {
  readonly attachedTo?: { readonly id: string };
  readonly cancelActivity?: boolean;
  readonly triggeredByEvent?: boolean;
  readonly isExecutable?: boolean;
  readonly eventDefinitions?: readonly { readonly type: string; readonly Behaviour: unknown }[];
  readonly loopCharacteristics?: { readonly Behaviour: unknown };
}

/** What the engine is told of an element, a flow or a process. */
export interface Definition {
  readonly id: string;
  readonly type: string;
  readonly parent: { readonly id: string; readonly type: string };
  readonly Behaviour: unknown;
  readonly behaviour: Behaviour;
}

/** What the engine is told of a flow. */
export interface FlowDefinition extends Definition {
  readonly sourceId: string;
  readonly targetId: string;
}

type Maker = (definition: Definition, context: unknown) => NativeActivity;

/** Bpmn-elements' own parts, under the types that we hold them to. */
export const native = Elements as unknown as {
  readonly Activity: new (behaviour: unknown, definition: Definition, context: unknown) => NativeActivity;
  readonly SequenceFlow: new (definition: FlowDefinition, context: unknown) => NativeFlow & { discard(): void };
  readonly Process: unknown;
  readonly StartEvent: Maker;
  readonly EndEvent: Maker;
  readonly IntermediateThrowEvent: Maker;
  readonly BoundaryEvent: Maker;
  readonly ExclusiveGateway: Maker;
  readonly InclusiveGateway: Maker;
  readonly SubProcess: Maker;
  readonly Task: Maker;
};

/** A copy that can be published on: the engine writes into the parent of what it hands around. */
export function copied(content: Content, more: Partial<Content> = {}): Content {
  const { parent, ...rest }: Content = { ...content, ...more };
  if (!parent) return rest;
  return { ...rest, parent: { ...parent, ...(parent.path ? { path: parent.path.map((one) => ({ ...one })) } : {}) } };
}
