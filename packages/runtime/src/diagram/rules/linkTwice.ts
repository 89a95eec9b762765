import { faultAt } from './faultAt.ts';
import { linkEnds } from './linkEnds.ts';
import type { Rule } from './rule.ts';

/** Whoever follows a link comes out at one place. */
export const rule: Rule = {
  name: 'linkTwice',
  severity: 'error',
  sentence: { zh: '一个跳接只有一个出口', en: 'A link comes out at one place' },
  check(process) {
    const seen = new Set<string>();
    return linkEnds(process)
      .catches.filter(({ element, name }) => {
        const exit = JSON.stringify([element.parent, name]);
        const again = seen.has(exit);
        seen.add(exit);
        return again;
      })
      .map(({ element, name }) =>
        faultAt(process, element, (at) => ({
          zh: `跳接“${name}”有两个出口，${at.zh}是其中之一：请只留一个，或者换一个名称`,
          en: `The link “${name}” comes out at two places, ${at.en} being one: leave one, or give it another name`,
        })),
      );
  },
};
