import { indexedFile } from '../indexedFile.ts';
import { placeName } from './placeName.ts';
import type { Rule } from './rule.ts';

/** An arrow stays within its process: what passes from one to another is a message. */
export const rule: Rule = {
  name: 'flowAcrossPools',
  severity: 'error',
  sentence: { zh: '连线不跨出本流程', en: 'An arrow stays within its own flow' },
  check(process, { diagram }) {
    const { around } = indexedFile(diagram);
    const isFar = (end: string): boolean => (around(end) ?? process) !== process;
    return process.flows
      .filter(({ from, to }) => isFar(from) || isFar(to))
      .map((flow) => {
        const [far, here] = isFar(flow.to) ? [flow.to, flow.from] : [flow.from, flow.to];
        const [place, near] = [placeName(around(far) ?? process, far), placeName(process, here)];
        const message = {
          zh: `${near.zh}与另一个流程的${place.zh}之间画了连线：流程之间只能发消息，请改画消息`,
          en: `An arrow joins ${near.en} with ${place.en} of another flow: flows send each other messages, so draw a message`,
        };
        return { element: flow.id, message };
      });
  },
};
