import { indexed } from '../indexed.ts';
import { faultAt } from './faultAt.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';

/** Only what is done as a whole or not at all can be cancelled as a whole. */
export const rule: Rule = {
  name: 'cancelEdge',
  severity: 'error',
  sentence: { zh: '整体取消只挂在整体办理的子流程上', en: 'A cancellation hangs on a sub-process that is done as a whole' },
  check: (process) =>
    process.elements
      .filter(({ attachedTo, triggers }) => {
        const host = indexed(process).element(attachedTo);
        return host !== undefined && host.type !== 'transaction' && triggers.some(({ kind }) => kind === 'cancel');
      })
      .map((event) =>
        faultAt(process, event, (at) => ({
          zh: `${at.zh}只能挂在“要么全办、要么全撤”的子流程上：请换成这种子流程，或者改用出错处理`,
          en: `${begun(at.en)} hangs only on a sub-process that is done as a whole or not at all: use one, or handle an error`,
        })),
      ),
};
