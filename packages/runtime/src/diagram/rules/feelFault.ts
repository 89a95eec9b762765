import { checkFeel } from '../feel/check.ts';
import { isUnread } from '../parse/foreign/expression.ts';
import { expressionPlace, expressionsOf } from './expressions.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';

/** Every expression can be read and is bounded in what it costs. */
export const rule: Rule = {
  name: 'feelFault',
  severity: 'error',
  sentence: { zh: '每个表达式都写得对，且计算量有限', en: 'Every expression can be read and is bounded' },
  check: (process) =>
    expressionsOf(process)
      .filter(({ feel }) => !isUnread(feel))
      .flatMap(({ element, feel }) =>
        checkFeel(feel).map((fault) => {
          const { zh, en } = expressionPlace(process, { element });
          return { element, message: { zh: `${zh}：${fault.zh}`, en: `${begun(en)}: ${fault.en}` } };
        }),
      ),
};
