import type { Rule } from './rule.ts';
import { spotName, unresolvedHere } from './unresolvedHere.ts';

/** What a lane lists is drawn. */
export const rule: Rule = {
  name: 'unknownInLane',
  severity: 'warning',
  sentence: { zh: '泳道里列出的步骤都画着', en: 'What a lane lists is drawn' },
  check: (process, around) =>
    unresolvedHere(process, around, ({ property }) => property === 'flowNodeRef').map((found) => {
      const { element, to } = found;
      const at = spotName(process, found);
      const message = {
        zh: `泳道${at.zh}列出的“${to}”不在图上：重新保存这张图就会去掉`,
        en: `The lane ${at.en} lists “${to}”, which is not drawn: saving the drawing anew takes it away`,
      };
      return { element, message };
    }),
};
