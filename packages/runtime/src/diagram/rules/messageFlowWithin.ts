import { endOf, messageName, messagesAt } from './messageEnds.ts';
import { type Rule, called } from './rule.ts';

/** A message goes to somebody else; within one flow an arrow leads on. */
export const rule: Rule = {
  name: 'messageFlowWithin',
  severity: 'error',
  sentence: { zh: '消息线连在两个流程之间', en: 'A message goes from one flow to another' },
  check(process, { diagram }) {
    const here = called({ id: process.key, name: process.name });
    const within = messagesAt(diagram, process).filter(
      ({ from, to }) => endOf(diagram, from)?.process === process && endOf(diagram, to)?.process === process,
    );
    return [...new Set(within)].map((flow) => {
      const at = messageName(flow);
      const message = {
        zh: `${at.zh}的两端都在流程${here.zh}里：请改用连线，或者连到别的流程`,
        en: `Both ends of ${at.en} are within ${here.en}: use an arrow, or lead it to another flow`,
      };
      return { element: flow.id, message };
    });
  },
};
