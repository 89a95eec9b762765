import type { Element } from '../model.ts';
import { type MessageEnd, endOf, messagesAt } from './messageEnds.ts';
import { begun, placeName } from './placeName.ts';
import { type Rule, isStep } from './rule.ts';

/** Only what sends and what waits for a message is joined by it. */
export const rule: Rule = {
  name: 'messageFlowEnd',
  severity: 'error',
  sentence: { zh: '消息线连在收发消息的地方', en: 'A message joins what sends with what receives' },
  check(process, { diagram }) {
    // the end that is odd is told with the process that it is in
    const mine = (end: MessageEnd | undefined): readonly Element[] => (end?.process === process && end.element ? [end.element] : []);
    return [...new Set(messagesAt(diagram, process))].flatMap((flow) =>
      [
        ...mine(endOf(diagram, flow.from)).filter((element) => !sends(element)),
        ...mine(endOf(diagram, flow.to)).filter((element) => !receives(element)),
      ].map((element) => {
        const at = placeName(process, element.id);
        const message = {
          zh: `${at.zh}不收发消息，却连着一条消息线：请连到步骤、收发消息的事件或泳池，或者把它改成消息`,
          en: `${begun(at.en)} neither sends nor receives messages, but one is joined to it: join a step, an event of a message or a pool`,
        };
        return { element: flow.id, message };
      }),
    );
  },
};

const hasMessage = ({ triggers }: Element): boolean => triggers.some(({ kind }) => kind === 'message');

const sends = (element: Element): boolean =>
  isStep(element) || ((element.type === 'endEvent' || element.type === 'intermediateThrowEvent') && hasMessage(element));

const receives = (element: Element): boolean =>
  isStep(element) ||
  ((element.type === 'startEvent' || element.type === 'intermediateCatchEvent' || element.type === 'boundaryEvent') && hasMessage(element));
