import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';
import { spotName, unresolvedHere } from './unresolvedHere.ts';

/** What is to be undone is in the file. */
export const rule: Rule = {
  name: 'unknownUndone',
  severity: 'error',
  sentence: { zh: '要善后的步骤在文件里', en: 'What is to be undone is in the file' },
  check: (process, around) =>
    unresolvedHere(process, around, ({ property }) => property === 'activityRef').map((found) => {
      const { element, to } = found;
      const at = spotName(process, found);
      const message = {
        zh: `${at.zh}要善后的步骤“${to}”不在文件里：请重新选定`,
        en: `${begun(at.en)} is to undo “${to}”, which is not in the file: choose the step anew`,
      };
      return { element, message };
    }),
};
