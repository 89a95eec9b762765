import type { Element, Process } from '../diagram/model.ts';

/** Where a message or a signal of this name begins a case: start events, receive tasks that instantiate, events behind a gateway that does. */
export function startsOn(process: Process, kind: 'message' | 'signal', name: string): readonly Element[] {
  const outermost = process.elements.filter((element) => element.parent === null);
  const gateways = new Set(outermost.flatMap((one) => (one.type === 'eventBasedGateway' && one.instantiate ? one.outgoing : [])));
  return outermost.filter(
    (element) =>
      (element.type === 'startEvent' || element.instantiate === true || element.incoming.some((flow) => gateways.has(flow))) &&
      (element.triggers.some((trigger) => trigger.kind === kind && trigger.name === name) ||
        (kind === 'message' && element.message?.name === name)),
  );
}

/** Whether a case begins there only together with others: a parallel multiple start, an event behind a gateway that wants all of them. */
export function beginsWithOthers(process: Process, start: Element): boolean {
  const before = process.elements.filter(({ outgoing }) => outgoing.some((flow) => start.incoming.includes(flow)));
  return start.parallelMultiple === true || before.some(({ eventGatewayType }) => eventGatewayType === 'parallel');
}
