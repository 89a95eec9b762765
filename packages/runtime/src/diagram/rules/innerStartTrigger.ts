import { indexed } from '../indexed.ts';
import { faultAt } from './faultAt.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';

/** A sub-process begins when the case comes to it, not by something that happens. */
export const rule: Rule = {
  name: 'innerStartTrigger',
  severity: 'error',
  sentence: { zh: '子流程里的开始不等别的事', en: 'A sub-process begins when the case comes to it' },
  check(process) {
    const { element } = indexed(process);
    return process.elements
      .filter(({ type, parent, triggers }) => {
        const around = element(parent ?? undefined);
        return type === 'startEvent' && around !== undefined && !around.eventSubProcess && triggers.length > 0;
      })
      .map((event) =>
        faultAt(process, event, (at) => ({
          zh: `${at.zh}在子流程里，办件走到子流程就开始，不能再等别的事：请改为普通的开始，把要等的事画在它后面`,
          en: `${begun(at.en)} is within a sub-process, which begins when the case comes to it: make it a plain start, and wait behind it`,
        })),
      );
  },
};
