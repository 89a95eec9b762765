import { faultAt } from './faultAt.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';

/** A step that several do goes by a list or by a number: the two could differ. */
export const rule: Rule = {
  name: 'manyTwice',
  severity: 'error',
  sentence: { zh: '几个人办的步骤只按名单或只按人数', en: 'A step done by several goes by a list or by a number' },
  check: (process) =>
    process.elements
      .filter(({ many }) => many?.cardinality && many.over)
      .map((element) =>
        faultAt(process, element, (at) => ({
          zh: `${at.zh}既写了名单又写了人数，两者可能不一致：请只留一个`,
          en: `${begun(at.en)} has both a list and a number, which may differ: leave one of them`,
        })),
      ),
};
