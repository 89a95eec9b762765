import { faultAt } from './faultAt.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';

/** A timer has one time: of two nobody could tell which counts. */
export const rule: Rule = {
  name: 'timerTwoTimes',
  severity: 'error',
  sentence: { zh: '一个定时只写一种时间', en: 'A timer has one time' },
  check: (process) =>
    process.elements
      .filter(({ triggers }) => triggers.some((trigger) => trigger.kind === 'timer' && (trigger.timer.times ?? 1) > 1))
      .map((event) =>
        faultAt(process, event, (at) => ({
          zh: `${at.zh}同时写了几种时间，分不清按哪个：多久以后、哪一天、每隔多久，请只留一种`,
          en: `${begun(at.en)} has several times, and nobody can tell which counts: leave one of how long, what day and how often`,
        })),
      ),
};
