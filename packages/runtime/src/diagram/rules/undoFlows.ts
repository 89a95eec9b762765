import { faultAt } from './faultAt.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';

/** A step that undoes is begun when something is undone, and by nothing else. */
export const rule: Rule = {
  name: 'undoFlows',
  severity: 'error',
  sentence: { zh: '善后的步骤没有连线', en: 'No arrows join a step that undoes' },
  check: (process) =>
    process.elements
      .filter(({ forCompensation, incoming, outgoing }) => forCompensation && incoming.length + outgoing.length > 0)
      .map((element) =>
        faultAt(process, element, (at) => ({
          zh: `${at.zh}是善后的步骤，不能有连线：请删去连线，或者取消“善后”`,
          en: `${begun(at.en)} undoes another step, so no arrow may join it: delete the arrow, or let it be a plain step`,
        })),
      ),
};
