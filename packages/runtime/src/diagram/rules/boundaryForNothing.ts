import { faultAt } from './faultAt.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';

/** An event on an edge says what has to happen. */
export const rule: Rule = {
  name: 'boundaryForNothing',
  severity: 'error',
  sentence: { zh: '边上的事件写明发生什么', en: 'An event on an edge says what happens' },
  check: (process) =>
    process.elements
      .filter(({ type, triggers }) => type === 'boundaryEvent' && triggers.length === 0)
      .map((event) =>
        faultAt(process, event, (at) => ({
          zh: `${at.zh}没有说发生什么事时走这条路：请设为定时、消息或别的`,
          en: `${begun(at.en)} does not say what has to happen: make it a timer, a message or something else`,
        })),
      ),
};
