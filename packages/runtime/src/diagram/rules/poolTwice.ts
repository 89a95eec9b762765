import { indexedFile } from '../indexedFile.ts';
import { type Rule, called } from './rule.ts';

/** A flow is drawn in one pool. */
export const rule: Rule = {
  name: 'poolTwice',
  severity: 'error',
  sentence: { zh: '一个流程只画在一个泳池里', en: 'A flow is drawn in one pool' },
  check: ({ key, name }, { diagram }) =>
    indexedFile(diagram)
      .poolsOf(key)
      .slice(1)
      .map((pool) => {
        const [at, flow] = [called(pool), called({ id: key, name })];
        const message = {
          zh: `泳池${at.zh}和另一个泳池都写着流程${flow.zh}：请给它另一个流程，或者留作外部单位`,
          en: `The pool ${at.en} and another one both hold the flow ${flow.en}: give it another flow, or leave it to somebody outside`,
        };
        return { element: pool.id, message };
      }),
};
