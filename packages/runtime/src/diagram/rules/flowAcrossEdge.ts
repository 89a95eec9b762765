import { indexed } from '../indexed.ts';
import { faultOn } from './faultAt.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';

/** An arrow stays on its level: a sub-process is entered at its start and left at its end. */
export const rule: Rule = {
  name: 'flowAcrossEdge',
  severity: 'error',
  sentence: { zh: '连线不穿过子流程的边框', en: 'An arrow does not cross the edge of a sub-process' },
  check(process) {
    const { element } = indexed(process);
    return process.flows
      .filter(({ from, to }) => {
        const ends = [element(from), element(to)];
        // a loose end is told by its own rule
        return ends.every((end) => end !== undefined) && ends[0]?.parent !== ends[1]?.parent;
      })
      .map((flow) =>
        faultOn(process, flow, (way, from) => ({
          zh: `从${from.zh}出来、${way.zh}穿过了子流程的边框：请连到子流程本身，或者在同一层里连`,
          en: `${begun(way.en)} out of ${from.en} crosses the edge of a sub-process: lead it to the sub-process itself, or join steps of one level`,
        })),
      );
  },
};
