import type { Element, Process } from '@guicheng/runtime';

const outermost = (process: Process): readonly Element[] => process.elements.filter((element) => element.parent === null);

/** Where a process begins when it is simply begun: at a plain start, else at whatever it has. */
export function startOf(process: Process): Element | undefined {
  const all = outermost(process);
  const starts = all.filter((element) => element.type === 'startEvent');
  return (
    starts.find((start) => start.triggers.length === 0) ??
    starts[0] ??
    all.find((element) => element.instantiate === true) ??
    all.find((element) => element.incoming.length === 0 && isEntry(element))
  );
}

const isEntry = ({ type, eventSubProcess, forCompensation }: Element): boolean =>
  type !== 'boundaryEvent' && eventSubProcess !== true && forCompensation !== true;
<<<<<<< HEAD

/** Where a message or a signal of this name begins a case: start events, receive tasks that instantiate, events behind a gateway that does. */
export function startsOn(process: Process, kind: 'message' | 'signal', name: string): readonly string[] {
  const all = outermost(process);
  const gateways = new Set(all.flatMap((element) => (element.type === 'eventBasedGateway' && element.instantiate ? element.outgoing : [])));
  return all
    .filter(
      (element) =>
        (element.type === 'startEvent' || element.instantiate === true || element.incoming.some((flow) => gateways.has(flow))) &&
        (element.triggers.some((trigger) => trigger.kind === kind && trigger.name === name) ||
          (kind === 'message' && element.message?.name === name)),
    )
    .map((element) => element.id);
}

/** Whether a case begins there only together with others: a parallel multiple start, an event behind a gateway that wants all of them. */
export function beginsWithOthers(process: Process, at: string): boolean {
  const element = process.elements.find(({ id }) => id === at);
  const before = process.elements.filter(({ outgoing }) => outgoing.some((flow) => element?.incoming.includes(flow)));
  return element?.parallelMultiple === true || before.some(({ eventGatewayType }) => eventGatewayType === 'parallel');
}
=======
>>>>>>> 44d7350 (What a case sends is delivered: by name and key to the one that waits, to the flow that it begins, or kept for its lifetime; signals to all that listen)
