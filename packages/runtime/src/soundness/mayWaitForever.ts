import type { ElementId } from '../words/ids.ts';
import { placeName } from '../diagram/rules/placeName.ts';
import type { Text } from '../words/text.ts';
import { awaited } from './awaited.ts';
import { hasWayOut } from './hasWayOut.ts';
import { partnerSends, type Waiting } from './partnerSends.ts';
import type { Problem } from './problem.ts';
import { behindOf, waitsOnlyForOthers } from './waitsOnlyForOthers.ts';

/** Waits for somebody outside that nothing but their message can end: they may stay silent. */
export function mayWaitForever(waiting: Waiting, reached: ReadonlySet<ElementId>): readonly Problem[] {
  const { process } = waiting;
  return waitsForOthers(waiting, reached).flatMap(({ element, known }) =>
    known ? [{ rule: 'mayWaitForever', severity: 'warning', process: process.key, element, message: waitWords(waiting, element) }] : [],
  );
}

/** A wait for others without another way on; `known`: whether it is certain that nobody need send. */
export interface WaitForOthers {
  readonly element: ElementId;
  readonly known: boolean;
}

/** The waits without another way on, but for those that a partner of the same file always ends. */
export const waitsForOthers = (waiting: Waiting, reached: ReadonlySet<ElementId>): readonly WaitForOthers[] => {
  const { process } = waiting;
  return process.elements
    .filter((element) => reached.has(element.id) && waitsOnlyForOthers(process, element) && !hasWayOut(process, element))
    .flatMap((element) => {
      const behind = element.type === 'eventBasedGateway' ? behindOf(process, element.id) : [];
      const sent = partnerSends(waiting, [element, ...behind]);
      return sent === 'always' ? [] : [{ element: element.id, known: sent !== 'notKnown' }];
    });
};

/** What is said of such a wait: of whom, and what could be done. */
export function waitWords({ process, diagram }: Pick<Waiting, 'process' | 'diagram'>, element: ElementId): Required<Text> {
  const { zh, en } = placeName(process, element);
  const own = process.elements.filter(({ id }) => id === element);
  const waiting = own.some(({ type }) => type === 'eventBasedGateway') ? [...own, ...behindOf(process, element)] : own;
  const who = awaited(process, diagram, waiting);
  if (!who)
    return {
      zh: `${zh}要等外面来消息：如果一直不来，办件就一直停在这里；可以加一个“超时”的出路`,
      en: `At ${en} a case waits for a message from outside: should it never come, it stays here; a timer could lead on`,
    };
  return {
    zh: `${zh}要等${who.zh}来消息，而对方不一定会发：如果一直不来，办件就一直停在这里；可以加一个“超时”的出路`,
    en: `At ${en} a case waits for a message of ${who.en}, which need not send it: should it never come, it stays here; a timer could lead on`,
  };
}
