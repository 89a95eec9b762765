import type { Diagram, Element, Process } from '../diagram/model.ts';
import type { ElementId } from '../words/ids.ts';
import { placeName } from '../diagram/rules/placeName.ts';
import type { Problem } from './problem.ts';

/** Waits for somebody outside that nothing but their message can end: they may stay silent. */
export function mayWaitForever(process: Process, diagram: Diagram, reached: ReadonlySet<ElementId>): readonly Problem[] {
  const waiting = process.elements.filter(
    (element) =>
      reached.has(element.id) &&
      waitsOnlyForOthers(process, element) &&
      !hasWayOut(process, element) &&
      !isForOurOwn(process, diagram, element),
  );
  return waiting.map(({ id }) => {
    const { zh, en } = placeName(process, id);
    const message = {
      zh: `${zh}要等外面来消息：如果一直不来，办件就一直停在这里；可以加一个“超时”的出路`,
      en: `At ${en} a case waits for a message from outside: should it never come, it stays here; a timer could lead on`,
    };
    return { rule: 'mayWaitForever', severity: 'warning', process: process.key, element: id, message };
  });
}

const isForOthers = ({ type, triggers }: Element): boolean =>
  type === 'receiveTask' ||
  (type === 'intermediateCatchEvent' && triggers.length > 0 && triggers.every(({ kind }) => kind === 'message' || kind === 'signal'));

function waitsOnlyForOthers(process: Process, element: Element): boolean {
  if (element.type !== 'eventBasedGateway') return isForOthers(element) && !isBehindGateway(process, element);
  const behind = behindOf(process, element.id);
  return behind.length > 0 && behind.every(isForOthers);
}

const behindOf = (process: Process, id: ElementId): readonly Element[] =>
  process.flows.flatMap((flow) => (flow.from === id ? process.elements.filter((one) => one.id === flow.to) : []));

const isBehindGateway = (process: Process, { id }: Element): boolean =>
  process.flows.some((flow) => flow.to === id && process.elements.some((one) => one.id === flow.from && one.type === 'eventBasedGateway'));

/** A timer at its border or around it that ends the wait. */
function hasWayOut(process: Process, element: Element): boolean {
  const timed = ({ interrupting, triggers }: Element): boolean =>
    interrupting !== false && triggers.some(({ kind }) => kind === 'timer' || kind === 'conditional');
  for (let at: Element | undefined = element; at; at = process.elements.find((one) => one.id === at?.parent)) {
    const { id, parent } = at;
    if (process.elements.some((one) => one.attachedTo === id && timed(one))) return true;
    const subs = new Set(process.elements.filter((one) => one.parent === parent && one.eventSubProcess).map((one) => one.id));
    if (process.elements.some((one) => one.type === 'startEvent' && one.parent && subs.has(one.parent) && timed(one))) return true;
  }
  return false;
}

/** What a process of the same file sends is no matter of waiting for others. */
function isForOurOwn(process: Process, diagram: Diagram, element: Element): boolean {
  const waiting = new Set([element.id, ...behindOf(process, element.id).map(({ id }) => id)]);
  const ours = new Set(diagram.processes.flatMap(({ elements }) => elements.map(({ id }) => id)));
  return diagram.messageFlows.some(({ from, to }) => waiting.has(to) && ours.has(from));
}
