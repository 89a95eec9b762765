import type { Element, Process } from '../diagram/model.ts';
import type { ElementId } from '../words/ids.ts';

/** One message among what must all have come is enough to wait for; where any one will do, all must be from others. */
function isForOthers({ type, triggers, parallelMultiple }: Element): boolean {
  if (type === 'receiveTask') return true;
  const fromOthers = triggers.filter(({ kind }) => kind === 'message' || kind === 'signal').length;
  return type === 'intermediateCatchEvent' && fromOthers > 0 && (parallelMultiple === true || fromOthers === triggers.length);
}

/** Whether nothing but what others send ends a wait, a timer at its border or around it apart. What begins a case has been sent already. */
export function waitsOnlyForOthers(process: Process, element: Element): boolean {
  if (element.instantiate && element.eventGatewayType !== 'parallel') return false;
  if (element.type !== 'eventBasedGateway') return isForOthers(element) && !isBehindGateway(process, element);
  const behind = behindOf(process, element.id);
  return behind.length > 0 && behind.every(isForOthers);
}

/** What stands behind an element. */
export const behindOf = (process: Process, id: ElementId): readonly Element[] =>
  process.flows.flatMap((flow) => (flow.from === id ? process.elements.filter((one) => one.id === flow.to) : []));

const isBehindGateway = (process: Process, { id }: Element): boolean =>
  process.flows.some((flow) => flow.to === id && process.elements.some((one) => one.id === flow.from && one.type === 'eventBasedGateway'));
