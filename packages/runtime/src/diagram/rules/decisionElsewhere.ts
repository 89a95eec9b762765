import { faultAt } from './faultAt.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';

/** A decision stands in the process that makes it: one that another product would look for elsewhere is not found here. */
export const rule: Rule = {
  name: 'decisionElsewhere',
  severity: 'warning',
  sentence: { zh: '决策表随流程一起存放', en: 'A decision stands in the process that makes it' },
  check: (process) =>
    process.elements.flatMap((element) => {
      const { job } = element;
      if (job?.type !== 'rule' || !job.elsewhere) return [];
      return faultAt(process, element, (at) => ({
        zh: `${at.zh}要用决策“${job.elsewhere}”，它不在流程里，办件会停在这里：请把决策表放进流程`,
        en: `${begun(at.en)} goes by the decision “${job.elsewhere}”, which is not in the process, so a case would stop here: put the table into it`,
      }));
    }),
};
