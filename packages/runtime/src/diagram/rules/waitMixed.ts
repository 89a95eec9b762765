import type { Element } from '../model.ts';
import { behind, faultAt } from './faultAt.ts';
import type { Rule } from './rule.ts';

/** A message is waited for by an event or by a step, not by both at one wait. */
export const rule: Rule = {
  name: 'waitMixed',
  severity: 'error',
  sentence: { zh: '同一等候处用同一种方式等消息', en: 'One wait waits for messages in one manner' },
  check: (process) =>
    process.elements
      .filter(({ type }) => type === 'eventBasedGateway')
      .filter((gateway) => {
        const targets = behind(process, gateway);
        return targets.some(({ type }) => type === 'receiveTask') && targets.some(isMessage);
      })
      .map((gateway) =>
        faultAt(process, gateway, (at) => ({
          zh: `${at.zh}之后既有等消息的事件，又有等来文的步骤：请只用其中一种`,
          en: `Behind ${at.en} a message is waited for both by an event and by a step: use one of the two`,
        })),
      ),
};

const isMessage = ({ type, triggers }: Element): boolean =>
  type === 'intermediateCatchEvent' && triggers.some(({ kind }) => kind === 'message');
