import { faultAt } from './faultAt.ts';
import type { Rule } from './rule.ts';

/** Nothing follows an end. */
export const rule: Rule = {
  name: 'endOutgoing',
  severity: 'error',
  sentence: { zh: '结束之后没有连线', en: 'Nothing follows an end' },
  check: (process) =>
    process.elements
      .filter(({ type, outgoing }) => type === 'endEvent' && outgoing.length > 0)
      .map((element) =>
        faultAt(process, element, (at) => ({
          zh: `${at.zh}后面还画着连线，而办件到这里就结束了：请删去连线，或者把它改成步骤`,
          en: `An arrow leaves ${at.en}, where a case is over: delete the arrow, or make it a step`,
        })),
      ),
};
