import { faultAt } from './faultAt.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';

/** A timer says when it goes off. */
export const rule: Rule = {
  name: 'timerWithoutTime',
  severity: 'error',
  sentence: { zh: '定时写明什么时候到', en: 'A timer says when it goes off' },
  check: (process) =>
    process.elements
      .filter(({ triggers }) => triggers.some((trigger) => trigger.kind === 'timer' && trigger.timer.times === 0))
      .map((event) =>
        faultAt(process, event, (at) => ({
          zh: `${at.zh}还没有说什么时候到：请填上多久以后、哪一天或每隔多久`,
          en: `${begun(at.en)} does not say yet when it goes off: say after how long, on what day or how often`,
        })),
      ),
};
