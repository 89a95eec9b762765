import { reads } from '../feel/names.ts';
import { isUnread } from '../parse/foreign/expression.ts';
import { expressionPlace, expressionsOf } from './expressions.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';
import { variablesOf } from './variables.ts';

/** An expression reads only what a case can hold: a misspelt field would be silently empty. */
export const rule: Rule = {
  name: 'unknownName',
  severity: 'error',
  sentence: { zh: '表达式只用表单中有的内容', en: 'Expressions read only names that the process has' },
  check(process) {
    const known = variablesOf(process);
    return expressionsOf(process).flatMap(({ element, feel, foreign }) => {
      if (foreign || isUnread(feel)) return [];
      return reads(feel)
        .surely.filter((name) => !known.has(name))
        .map((name) => {
          const { zh, en } = expressionPlace(process, { element });
          const message = {
            zh: `${zh}：表达式“${feel}”用到“${name}”，而表单中没有这一项`,
            en: `${begun(en)}: “${feel}” asks for “${name}”, which is not in the form`,
          };
          return { element, message };
        });
    });
  },
};
