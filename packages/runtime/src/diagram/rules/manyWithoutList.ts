import { faultAt } from './faultAt.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';

/** A step that several do says by which list, or how many. */
export const rule: Rule = {
  name: 'manyWithoutList',
  severity: 'error',
  sentence: { zh: '几个人办的步骤写明按哪个名单', en: 'A step done by several says by which list' },
  check: (process) =>
    process.elements
      .filter(({ many }) => many && !many.cardinality && !many.over)
      .map((element) =>
        faultAt(process, element, (at) => ({
          zh: `${at.zh}由几个人办，还没有说按哪个名单：请在“几个人办”里选一个人员或部门字段`,
          en: `${begun(at.en)} is done by several, but not said yet by which list: choose a field of persons or units under “How many do it”`,
        })),
      ),
};
