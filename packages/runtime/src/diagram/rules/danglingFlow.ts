import { indexedFile } from '../indexedFile.ts';
import { faultOn } from './faultAt.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';

/** A sequence flow joins two elements of its process; one that leads into another process has a rule of its own. */
export const rule: Rule = {
  name: 'danglingFlow',
  severity: 'error',
  sentence: { zh: '连线两端都连在步骤、分支或事件上', en: 'A flow joins two elements' },
  check(process, { diagram }) {
    const { around } = indexedFile(diagram);
    return process.flows
      .filter(({ from, to }) => !around(from) || !around(to))
      .map((flow) =>
        faultOn(process, flow, (way) => ({
          zh: `${way.zh}有一端没有连好：请把它从一个步骤连到另一个步骤，或者删去`,
          en: `${begun(way.en)} has a loose end: let it lead from one step to another, or delete it`,
        })),
      );
  },
};
