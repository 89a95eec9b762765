import { indexed } from '../indexed.ts';
import { faultAt } from './faultAt.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';

/** Steps in any order have no first and no last. */
export const rule: Rule = {
  name: 'adHocEvents',
  severity: 'error',
  sentence: { zh: '不分先后的子流程里没有开始和结束', en: 'What is done in any order has no start and no end' },
  check: (process) =>
    process.elements
      .filter(
        ({ type, parent }) =>
          (type === 'startEvent' || type === 'endEvent') && indexed(process).element(parent ?? undefined)?.type === 'adHocSubProcess',
      )
      .map((event) =>
        faultAt(process, event, (at) => ({
          zh: `${at.zh}在不分先后的子流程里：里面的步骤由人选着办，请删去它`,
          en: `${begun(at.en)} is within a sub-process whose steps are done in any order: delete it`,
        })),
      ),
};
