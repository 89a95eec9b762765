import { copied, type Definition, type Message, native, type NativeActivity, type Queue } from './native.ts';

const ARRIVED = 'arrived-q';

/** A gateway that waits for others: what comes stays in a queue of the engine's until the adapter lets the gateway run with it. */
export function join(definition: Definition, context: unknown): NativeActivity {
  const activity = native.InclusiveGateway(definition, context);
  const arrived = arrivedAt(activity);
  const listen = (_: string, message: Message): void => {
    if (message.fields.routingKey === 'flow.take') arrived.queueMessage({ routingKey: 'flow.take' }, copied(message.content));
  };
  activity.addInboundListeners = () => {
    for (const flow of activity.inbound) {
      flow.broker.subscribeTmp('event', 'flow.take', listen, { noAck: true, consumerTag: `_inbound-${activity.id}` });
    }
    // Nothing is to be run by itself.
    return 0;
  };
  return activity;
}

function arrivedAt(activity: NativeActivity): Queue {
  return activity.broker.assertQueue(ARRIVED, { durable: true, autoDelete: false });
}

/** Lets the gateway run with these arrivals, which then are in its queue no more. */
export function releaseJoin(activity: NativeActivity, sequences: readonly string[]): void {
  const inbound = takeOut(activity, sequences);
  activity.run({ inbound: inbound.map((message) => copied(message.content)) });
}

/** Takes arrivals out of the queue. */
export function takeOut(activity: NativeActivity, sequences: readonly string[]): readonly Message[] {
  const arrived = arrivedAt(activity);
  const taken = arrived.messages.filter(({ content }) => sequences.includes(content.sequenceId ?? ''));
  for (const message of taken) arrived.ack(message);
  return taken;
}
