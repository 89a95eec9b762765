import { copied, type Message, type NativeActivity } from './native.ts';

/** What a boundary event waits for, whatever it is: the adapter fires it. One that interrupts nothing then waits again. */
export class Border {
  readonly #activity: NativeActivity;

  constructor(activity: NativeActivity) {
    this.#activity = activity;
  }

  execute({ content }: Message): void {
    const { executionId } = content;
    this.#activity.broker.subscribeTmp('api', `activity.#.${executionId}`, (_, { properties: { type } }) => this.#told(content, type), {
      noAck: true,
      consumerTag: `_border-${executionId}`,
      priority: 400,
    });
  }

  #told(content: Message['content'], type: string | undefined): void {
    const { broker, behaviour } = this.#activity;
    if (type !== 'signal' && type !== 'discard' && type !== 'stop') return;
    broker.cancel(`_border-${content.executionId}`);
    if (type === 'stop') return;
    if (type === 'signal' && behaviour.cancelActivity === false) broker.publish('execution', 'execute.repeat', copied(content));
    broker.publish('execution', type === 'signal' ? 'execute.completed' : 'execute.discard', copied(content));
  }
}
