import { copied, type Message, native, type Definition, type NativeActivity } from './native.ts';
import { Many } from './many.ts';

/** An element that waits until the adapter releases it: a person's task, a job, an event, a call. It waits again after each recovery. */
export function held(definition: Definition, context: unknown): NativeActivity {
  return new native.Activity(Held, definition, context);
}

class Held {
  readonly #activity: NativeActivity;
  /** Read by the engine. */
  readonly loopCharacteristics: Many | undefined;

  constructor(activity: NativeActivity) {
    this.#activity = activity;
    this.loopCharacteristics = activity.behaviour.loopCharacteristics && new Many(activity);
  }

  execute(message: Message): void {
    if (this.loopCharacteristics && message.content.isRootScope) return this.loopCharacteristics.execute(message);
    const { broker } = this.#activity;
    const { executionId } = message.content;
    broker.subscribeTmp('api', `activity.#.${executionId}`, (_, api) => this.#told(message, api), {
      noAck: true,
      consumerTag: `_held-${executionId}`,
      priority: 300,
    });
    broker.publish('event', 'activity.wait', copied(message.content, { state: 'wait' }));
  }

  #told({ content }: Message, { content: { message }, properties: { type } }: Message): void {
    const { broker } = this.#activity;
    // A called process signals its end by itself; the call goes on when what it gives back has been written.
    if (type === 'signal' && !message?.released) return;
    if (type !== 'signal' && type !== 'discard' && type !== 'stop') return;
    broker.cancel(`_held-${content.executionId}`);
    if (type === 'signal') broker.publish('execution', 'execute.completed', copied(content));
    // The engine ends the whole by itself; to say so again would end what runs here next.
    if (type === 'discard' && !content.isRootScope) broker.publish('execution', 'execute.discard', copied(content));
  }
}
