import { faultAt } from './faultAt.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';

/** How often a step is done at most is a whole number from one on. */
export const rule: Rule = {
  name: 'loopMaximum',
  severity: 'error',
  sentence: { zh: '最多办几次是一以上的整数', en: 'How often at most is a whole number from one on' },
  check: (process) =>
    process.elements.flatMap((element) => {
      const maximum = element.loop?.maximum;
      if (maximum === undefined || (Number.isInteger(maximum) && maximum >= 1)) return [];
      return faultAt(process, element, (at) => ({
        zh: `${at.zh}最多办“${maximum}”次：请填一个大于零的整数`,
        en: `${begun(at.en)} is done ${maximum} times at most: write a whole number above zero`,
      }));
    }),
};
