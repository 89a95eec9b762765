import { type Rule, called } from './rule.ts';

/** How many partners there are at least is no more than how many at most. */
export const rule: Rule = {
  name: 'poolMultiplicity',
  severity: 'error',
  sentence: { zh: '往来单位的最少数不大于最多数', en: 'The least number of partners is not above the most' },
  check(process, { diagram }) {
    // said once for the whole file
    if (process !== diagram.processes[0]) return [];
    return diagram.pools
      .filter(({ multiplicity }) => multiplicity && (multiplicity.minimum < 0 || multiplicity.maximum < Math.max(1, multiplicity.minimum)))
      .map((pool) => {
        const at = called(pool);
        const message = {
          zh: `泳池${at.zh}的最少数、最多数写反了或不足一个：请改正`,
          en: `The least and the most of the pool ${at.en} are the wrong way round, or below one: put them right`,
        };
        return { element: pool.id, message };
      });
  },
};
