import { indexed } from '../indexed.ts';
import { indexedFile } from '../indexedFile.ts';
import type { Element, Process } from '../model.ts';
import { faultAt } from './faultAt.ts';
import { endOf } from './messageEnds.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';

/** Where many cases wait for the same message, a key tells whose it is. */
export const rule: Rule = {
  name: 'messageWithoutKey',
  severity: 'warning',
  sentence: { zh: '等消息的地方写明凭什么对上办件', en: 'A wait for a message says by what it finds its case' },
  check(process, { diagram }) {
    const { sentTo } = indexedFile(diagram);
    const hasPartner = ({ id }: Element): boolean => sentTo(id).some(({ from }) => endOf(diagram, from)?.process !== undefined);
    return (
      process.elements
        // what comes from a partner of the same file finds the case through the partner
        .filter((element) => waitsWithoutKey(process, element) && !hasPartner(element))
        .map((element) =>
          faultAt(process, element, (at) => ({
            zh: `${at.zh}没有说凭什么对上办件：几件同时在等时分不清是哪一件的，请写明（如文号）`,
            en: `${begun(at.en)} does not say by what a message finds its case: while several wait nobody could tell, so name it, such as a number`,
          })),
        )
    );
  },
};

/** A start waits for a new case, so there is nothing to tell apart. */
function waitsWithoutKey(process: Process, { type, parent, instantiate, message, triggers }: Element): boolean {
  if (type === 'receiveTask') return !instantiate && message !== undefined && message.key === undefined;
  const begins = type === 'startEvent' && !indexed(process).element(parent ?? undefined)?.eventSubProcess;
  const throws = type === 'endEvent' || type === 'intermediateThrowEvent';
  return !begins && !throws && triggers.some((trigger) => trigger.kind === 'message' && trigger.key === undefined);
}
