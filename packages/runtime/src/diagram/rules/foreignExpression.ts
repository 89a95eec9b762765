import { isUnread } from '../parse/foreign/expression.ts';
import { expressionPlace, expressionsOf } from './expressions.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';

/** Expressions of other tools are read where they only compare; the rest is written anew. */
export const rule: Rule = {
  name: 'foreignExpression',
  severity: 'error',
  sentence: { zh: '其他软件写的表达式读得懂', en: 'Expressions of other tools can be read' },
  check: (process) =>
    expressionsOf(process)
      .filter(({ feel }) => isUnread(feel))
      .map(({ element, feel }) => {
        const { zh, en } = expressionPlace(process, { element });
        return {
          element,
          message: {
            zh: `${zh}：“${feel}”是其他软件的表达式，这里只读得懂比较、并且、或者、不是和是否为空：请在这里重新写明`,
            en: `${begun(en)}: “${feel}” is an expression of another tool, of which comparisons, and, or, not and empty can be read: say it anew here`,
          },
        };
      }),
};
