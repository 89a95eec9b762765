import { indexed } from '../indexed.ts';
import { faultAt } from './faultAt.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';

/** Nothing hangs on a sub-process that an event begins: the case is never at it as at a step. */
export const rule: Rule = {
  name: 'asideEdge',
  severity: 'error',
  sentence: { zh: '遇事才办的子流程边上没有事件', en: 'Nothing hangs on a sub-process that an event begins' },
  check: (process) =>
    process.elements
      .filter(({ attachedTo }) => indexed(process).element(attachedTo)?.eventSubProcess)
      .map((event) =>
        faultAt(process, event, (at) => ({
          zh: `${at.zh}挂在遇事才办的子流程上，不会起作用：请把它画到里面，或者挂到步骤上`,
          en: `${begun(at.en)} hangs on a sub-process that an event begins, where it has no effect: draw it inside, or hang it on a step`,
        })),
      ),
};
