import { chosen } from '../dmn/chosen.ts';
import { faultAt } from './faultAt.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';

/** A step that decides by a table names one of the process, one decision of it, and where the result goes. */
export const rule: Rule = {
  name: 'unknownTable',
  severity: 'error',
  sentence: {
    zh: '按决策表判断的步骤写明用哪张表、结果放在哪里',
    en: 'A step that decides by a table says by which, and where the result goes',
  },
  check: (process) =>
    process.elements.flatMap((element) => {
      const { job } = element;
      if (job?.type !== 'decide') return [];
      const file = process.tables?.find(({ key }) => key === job.table);
      if (file && file.decisions.length > 0 && !chosen([file], job))
        return faultAt(process, element, (at) => ({
          zh: `${at.zh}没有写明用决策表“${job.table}”中的哪一个决策`,
          en: `${begun(at.en)} does not say which decision of the table “${job.table}” it goes by`,
        }));
      if (!file)
        return faultAt(process, element, (at) => ({
          zh: `${at.zh}要用决策表“${job.table}”，而流程里没有这张表`,
          en: `${begun(at.en)} decides by the table “${job.table}”, which is not in the process`,
        }));
      if (job.output.length > 0) return [];
      return faultAt(process, element, (at) => ({
        zh: `${at.zh}按决策表判断，却没有写明结果放在哪一项`,
        en: `${begun(at.en)} decides by a table, but not where the result is kept`,
      }));
    }),
};
