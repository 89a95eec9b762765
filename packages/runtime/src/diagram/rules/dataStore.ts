import { faultAt } from './faultAt.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';

/** What is to be kept beyond a case is kept by a step: a data store of a drawing is nobody's. */
export const rule: Rule = {
  name: 'dataStore',
  severity: 'warning',
  sentence: { zh: '步骤不读写画在图上的数据存储', en: 'No step reads or writes a data store of the drawing' },
  check: (process) =>
    process.elements.flatMap((element) =>
      (element.stores ?? []).map((store) =>
        faultAt(process, element, (at) => ({
          zh: `${at.zh}连着数据存储“${store}”，而本系统不读写它：需要的内容请放进表单`,
          en: `${begun(at.en)} is joined with the data store “${store}”, which is neither read nor written here: put what is needed into the form`,
        })),
      ),
    ),
};
