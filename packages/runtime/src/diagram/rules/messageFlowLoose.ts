import { endOf, messageName } from './messageEnds.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';

/** A message has somebody who sends it and somebody who gets it. */
export const rule: Rule = {
  name: 'messageFlowLoose',
  severity: 'error',
  sentence: { zh: '消息线两端都连好', en: 'A message has a sender and a receiver' },
  check(process, { diagram }) {
    // said once for the whole file
    if (process !== diagram.processes[0]) return [];
    return diagram.messageFlows
      .filter(({ from, to }) => !endOf(diagram, from) || !endOf(diagram, to))
      .map((flow) => {
        const at = messageName(flow);
        const message = {
          zh: `${at.zh}有一端没有连好：请把它从发出的地方连到收到的地方，或者删去`,
          en: `${begun(at.en)} has a loose end: lead it from who sends to who gets it, or delete it`,
        };
        return { element: flow.id, message };
      });
  },
};
