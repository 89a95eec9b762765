import type { Diagram, Element, Process } from '../diagram/model.ts';
import type { ElementId } from '../words/ids.ts';
import { placeName } from '../diagram/rules/placeName.ts';
import type { Text } from '../words/text.ts';
import { partnerSends } from './partnerSends.ts';
import type { Problem } from './problem.ts';

/** Waits for somebody outside that nothing but their message can end: they may stay silent. */
export function mayWaitForever(process: Process, diagram: Diagram, reached: ReadonlySet<ElementId>): readonly Problem[] {
  return waitsForOthers(process, diagram, reached).flatMap(({ element, known }) =>
    known ? [{ rule: 'mayWaitForever', severity: 'warning', process: process.key, element, message: waitWords(process, element) }] : [],
  );
}

/** A wait for others without another way on; `known`: whether it is certain that nobody need send. */
export interface WaitForOthers {
  readonly element: ElementId;
  readonly known: boolean;
}

/** The waits without another way on, but for those that a partner of the same file always ends. */
export const waitsForOthers = (process: Process, diagram: Diagram, reached: ReadonlySet<ElementId>): readonly WaitForOthers[] =>
  process.elements
    .filter((element) => reached.has(element.id) && waitsOnlyForOthers(process, element) && !hasWayOut(process, element))
    .flatMap((element) => {
      const sent = partnerSends(process, diagram, [element, ...behindOf(process, element.id)]);
      return sent === 'always' ? [] : [{ element: element.id, known: sent !== 'notKnown' }];
    });

/** What is said of such a wait. */
export function waitWords(process: Process, element: ElementId): Required<Text> {
  const { zh, en } = placeName(process, element);
  return {
    zh: `${zh}要等外面来消息：如果一直不来，办件就一直停在这里；可以加一个“超时”的出路`,
    en: `At ${en} a case waits for a message from outside: should it never come, it stays here; a timer could lead on`,
  };
}

/** One message among what must all have come is enough to wait for; where any one will do, all must be from others. */
function isForOthers({ type, triggers, parallelMultiple }: Element): boolean {
  if (type === 'receiveTask') return true;
  const fromOthers = triggers.filter(({ kind }) => kind === 'message' || kind === 'signal').length;
  return type === 'intermediateCatchEvent' && fromOthers > 0 && (parallelMultiple === true || fromOthers === triggers.length);
}

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
