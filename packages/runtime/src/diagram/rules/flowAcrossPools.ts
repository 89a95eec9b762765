import { id } from '../../words/ids.ts';
import { indexed } from '../indexed.ts';
import { placeName } from './placeName.ts';
import type { Rule } from './rule.ts';

/** An arrow stays within its process: what passes from one to another is a message. */
export const rule: Rule = {
  name: 'flowAcrossPools',
  severity: 'error',
  sentence: { zh: '连线不跨出本流程', en: 'An arrow stays within its own flow' },
  check(process, { diagram }) {
    const { element } = indexed(process);
    const isFar = (end: string): boolean => !element(end) && diagram.processes.some((other) => indexed(other).element(end) !== undefined);
    return process.flows
      .filter(({ from, to }) => isFar(from) || isFar(to))
      .map((flow) => {
        const far = isFar(flow.to) ? flow.to : flow.from;
        const other = diagram.processes.find((one) => indexed(one).element(far));
        const [place, near] = [
          other ? placeName(other, id(far)) : { zh: far, en: far },
          placeName(process, far === flow.to ? flow.from : flow.to),
        ];
        const message = {
          zh: `${near.zh}与另一个流程的${place.zh}之间画了连线：流程之间只能发消息，请改画消息`,
          en: `An arrow joins ${near.en} with ${place.en} of another flow: flows send each other messages, so draw a message`,
        };
        return { element: flow.id, message };
      });
  },
};
