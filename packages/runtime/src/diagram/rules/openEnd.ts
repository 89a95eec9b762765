import { indexed } from '../indexed.ts';
import type { Process } from '../model.ts';
import { type Rule, called, isStep } from './rule.ts';

/** A step leads on, to an end if to nothing else: a forgotten arrow would finish a case in silence. */
export const rule: Rule = {
  name: 'openEnd',
  severity: 'warning',
  sentence: { zh: '步骤之后都有连线', en: 'Something follows every step' },
  check: (process) =>
    process.elements
      .filter((element) => isStep(element) && element.outgoing.length === 0 && !element.eventSubProcess && !element.forCompensation)
      .filter(({ parent }) => !isAdHoc(process, parent))
      .map((element) => {
        const { zh, en } = called(element);
        return {
          element: element.id,
          message: {
            zh: `${zh}之后没有连线，办件到这里就结束了：请连到下一步或结束`,
            en: `Nothing follows ${en}, so a case ends here: lead on to a step or an end`,
          },
        };
      }),
};

/** The steps of an ad hoc sub-process are begun by hand, in any order. */
const isAdHoc = (process: Process, parent: string | null): boolean =>
  indexed(process).element(parent ?? undefined)?.type === 'adHocSubProcess';
