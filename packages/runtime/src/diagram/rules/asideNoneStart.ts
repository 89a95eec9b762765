import { indexed } from '../indexed.ts';
import { faultAt } from './faultAt.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';

/** The start of a sub-process beside the flow says what begins it. */
export const rule: Rule = {
  name: 'asideNoneStart',
  severity: 'error',
  sentence: { zh: '遇事才办的子流程写明遇到什么事', en: 'A sub-process beside the flow says what begins it' },
  check: (process) =>
    process.elements
      .filter(
        ({ type, parent, triggers }) =>
          type === 'startEvent' && triggers.length === 0 && indexed(process).element(parent ?? undefined)?.eventSubProcess,
      )
      .map((event) =>
        faultAt(process, event, (at) => ({
          zh: `${at.zh}没有说遇到什么事才开始：请设为消息、定时、出错或别的`,
          en: `${begun(at.en)} does not say what begins it: make it a message, a timer, an error or something else`,
        })),
      ),
};
