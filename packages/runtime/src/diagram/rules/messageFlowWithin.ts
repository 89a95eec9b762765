import type { MessageFlow } from '../model.ts';
import { endOf } from './messageEnds.ts';
import { type Rule, called } from './rule.ts';

/** A message goes to somebody else; within one flow an arrow leads on. */
export const rule: Rule = {
  name: 'messageFlowWithin',
  severity: 'error',
  sentence: { zh: '消息线连在两个流程之间', en: 'A message goes from one flow to another' },
  check(process, { diagram }) {
    return diagram.messageFlows
      .filter(({ from, to }) => {
        const [sender, receiver] = [endOf(diagram, from), endOf(diagram, to)];
        return sender?.process === process && receiver?.process === process;
      })
      .map((flow) => {
        const message = {
          zh: `${nameOf(flow)}的两端都在流程${called({ id: process.key, name: process.name }).zh}里：请改用连线，或者连到别的流程`,
          en: `Both ends of ${nameOf(flow, 'en')} are within ${called({ id: process.key, name: process.name }).en}: use an arrow, or lead it to another flow`,
        };
        return { element: flow.id, message };
      });
  },
};

const nameOf = ({ name }: MessageFlow, language: 'zh' | 'en' = 'zh'): string =>
  language === 'zh' ? (name.zh ? `消息“${name.zh}”` : '一条消息线') : name.zh ? `the message “${name.en ?? name.zh}”` : 'a message';
