import { faultAt } from './faultAt.ts';
import type { Rule } from './rule.ts';

/** A step begins with one case or more, and hands on one or more. */
export const rule: Rule = {
  name: 'quantityBelowOne',
  severity: 'error',
  sentence: { zh: '步骤至少收到一份、送出一份', en: 'A step takes one and hands on one at least' },
  check: (process) =>
    process.elements
      .filter(
        ({ startQuantity, completionQuantity }) =>
          ![startQuantity, completionQuantity].every((many) => Number.isInteger(many) && many >= 1),
      )
      .map((element) =>
        faultAt(process, element, (at) => ({
          zh: `${at.zh}的份数要求应为大于零的整数：要到几份才开始、办完送出几份，请改正`,
          en: `What ${at.en} waits for and hands on should be whole numbers above zero: put them right`,
        })),
      ),
};
