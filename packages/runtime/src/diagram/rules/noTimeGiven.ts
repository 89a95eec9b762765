import { type Rule, called } from './rule.ts';

/** A time limit gives some time; what is due at once has its own word. */
export const rule: Rule = {
  name: 'noTimeGiven',
  severity: 'error',
  sentence: { zh: '时限大于零', en: 'A time limit is more than nothing' },
  check: (process) =>
    process.elements.flatMap((element) => {
      const { zh, en } = called(element);
      return element.office.deadlines
        .filter(({ amount, unit, from }) => (unit === 'wd' || unit === 'd' || unit === 'h') && amount <= 0 && from.kind !== 'field')
        .map(() => ({
          element: element.id,
          message: {
            zh: `${zh}的时限是 0，一打开就逾期了：请填一个大于零的数`,
            en: `The time limit of ${en} is 0, so it is late at once: give it some time`,
          },
        }));
    }),
};
