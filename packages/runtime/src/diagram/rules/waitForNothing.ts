import { faultAt } from './faultAt.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';

/** An event that waits on the way says what for. */
export const rule: Rule = {
  name: 'waitForNothing',
  severity: 'error',
  sentence: { zh: '途中等候的事件写明等什么', en: 'A wait on the way says what for' },
  check: (process) =>
    process.elements
      .filter(({ type, triggers }) => type === 'intermediateCatchEvent' && triggers.length === 0)
      .map((event) =>
        faultAt(process, event, (at) => ({
          zh: `${at.zh}没有说等什么：请设为消息、定时、信号或条件`,
          en: `${begun(at.en)} does not say what it waits for: make it a message, a timer, a signal or a condition`,
        })),
      ),
};
