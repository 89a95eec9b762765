import { reads } from '../feel/names.ts';
import { expressionsOf } from './expressions.ts';
import type { Rule } from './rule.ts';
import { variablesOf } from './variables.ts';

/** An expression reads only what a case can hold: a misspelt field would be silently empty. */
export const rule: Rule = {
  name: 'unknownName',
  severity: 'error',
  sentence: { zh: '表达式只用本流程有的字段', en: 'Expressions read only names that the process has' },
  check(process) {
    const known = variablesOf(process);
    return expressionsOf(process).flatMap(({ element, feel, foreign }) => {
      if (foreign) return [];
      return reads(feel)
        .surely.filter((name) => !known.has(name))
        .map((name) => ({
          element,
          message: { zh: `表达式“${feel}”中的“${name}”不是本流程的字段`, en: `“${name}” in “${feel}” is not a name of this process` },
        }));
    });
  },
};
