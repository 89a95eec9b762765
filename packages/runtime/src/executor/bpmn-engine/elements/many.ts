import { type Content, copied, type Message, type NativeActivity } from './native.ts';

/** Instances of an activity, each an execution of the engine's own; how many and when, the adapter tells. Waits again after each recovery. */
export class Many {
  readonly #activity: NativeActivity;

  constructor(activity: NativeActivity) {
    this.#activity = activity;
  }

  execute(message: Message): void {
    const { broker } = this.#activity;
    const { content } = message;
    const root = content.executionId;
    broker.subscribeTmp('api', `activity.#.${root}`, (_, api) => this.#told(content, api), {
      noAck: true,
      consumerTag: `_many-${root}`,
      priority: 400,
    });
    broker.subscribeTmp('execution', 'execute.completed', (_, done) => this.#done(root, done), {
      noAck: true,
      consumerTag: `_many-done-${root}`,
      priority: 300,
    });
    // Else the engine would take the whole for done whenever no instance runs.
    if (!message.fields.redelivered) broker.publish('execution', 'execute.iteration.batch', copied(content, { preventComplete: true }));
    broker.publish('event', 'activity.many', copied(content, { state: 'wait' }));
  }

  #told(content: Content, { content: { message }, properties: { type } }: Message): void {
    const { broker } = this.#activity;
    if (type === 'stop' || type === 'discard') return this.#stop(content.executionId);
    if (type !== 'signal') return;
    for (const index of message?.begin ?? []) broker.publish('execution', 'execute.start', instanceOf(content, index));
    if (!message?.released) return;
    this.#stop(content.executionId);
    broker.publish('execution', 'execute.completed', copied(content, { preventComplete: undefined }));
  }

  #done(root: string, { content }: Message): void {
    if (content.executionId.startsWith(`${root}_i`) && content.instanceOf === root) {
      this.#activity.broker.publish('event', 'activity.instance', copied(content, { state: 'instance' }));
    }
  }

  #stop(root: string): void {
    this.#activity.broker.cancel(`_many-${root}`);
    this.#activity.broker.cancel(`_many-done-${root}`);
  }
}

/** The execution of one instance. */
export const instanceExecution = (root: string, index: number): string => `${root}_i${index}`;

function instanceOf(content: Content, index: number): Content {
  const { parent, id, type, executionId } = content;
  const around = parent ? [{ id: parent.id, type: parent.type, ...(parent.executionId ? { executionId: parent.executionId } : {}) }] : [];
  return copied(content, {
    isRootScope: undefined,
    preventComplete: undefined,
    executionId: instanceExecution(executionId, index),
    instanceOf: executionId,
    index,
    parent: { id, type, executionId, path: [...around, ...(parent?.path ?? [])] },
  });
}
