import type { Rule } from './rule.ts';
import { spotName, unresolvedHere } from './unresolvedHere.ts';

/** The flow that a pool stands for is in the file; a pool without one is somebody outside. */
export const rule: Rule = {
  name: 'unknownPoolFlow',
  severity: 'error',
  sentence: { zh: '泳池写明的流程在文件里', en: 'The flow of a pool is in the file' },
  check: (process, around) =>
    unresolvedHere(process, around, ({ property }) => property === 'processRef').map((found) => {
      const { element, to } = found;
      const at = spotName(process, found);
      const message = {
        zh: `泳池${at.zh}的流程“${to}”不在文件里：请补上，或者留作外部单位`,
        en: `The flow “${to}” of the pool ${at.en} is not in the file: add it, or leave the pool to somebody outside`,
      };
      return { element, message };
    }),
};
