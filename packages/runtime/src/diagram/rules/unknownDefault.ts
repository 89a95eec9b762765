import type { Rule } from './rule.ts';
import { spotName, unresolvedHere } from './unresolvedHere.ts';

/** The way that is taken otherwise is there. */
export const rule: Rule = {
  name: 'unknownDefault',
  severity: 'error',
  sentence: { zh: '“其他情况走这条”的路画着', en: 'The way taken otherwise is drawn' },
  check: (process, around) =>
    unresolvedHere(process, around, ({ property }) => property === 'default').map((found) => {
      const at = spotName(process, found);
      const message = {
        zh: `${at.zh}的“其他情况走这条”已经不在图上：请另选一条路`,
        en: `The way taken otherwise out of ${at.en} is not drawn any more: choose another`,
      };
      return { element: found.element, message };
    }),
};
