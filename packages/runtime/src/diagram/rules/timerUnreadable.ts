import type { Calendar } from '../../calendar/calendar.ts';
import { timerDue } from '../../calendar/timerDue.ts';
import { id } from '../../words/ids.ts';
import { faultAt } from './faultAt.ts';
import type { Rule } from './rule.ts';

/** A time that is written out, not calculated, is one that the calendar can read. */
export const rule: Rule = {
  name: 'timerUnreadable',
  severity: 'error',
  sentence: { zh: '定时的时间写得对', en: 'The time of a timer can be read' },
  check: (process) =>
    process.elements.flatMap((event) =>
      event.triggers.flatMap((trigger) => {
        if (trigger.kind !== 'timer' || trigger.timer.feel || trigger.timer.times !== undefined) return [];
        const { form, value } = trigger.timer;
        const due = timerDue(EVERY_DAY, { form, value }, { from: SOME_DAY, occurrence: 1 });
        if (due.ok) return [];
        return faultAt(process, event, (at) => ({
          zh: `${at.zh}的时间“${value}”看不懂：${due.expected.zh}`,
          en: `The time “${value}” of ${at.en} cannot be read: it should be ${due.expected.en ?? due.expected.zh}`,
        }));
      }),
    ),
};

/** Whether a text can be read does not depend on the days off, nor on the day. */
const EVERY_DAY: Calendar = { isWorkingDay: () => true, announced: () => true };
const SOME_DAY = id<'utc'>('2026-01-01T00:00:00.000Z');
