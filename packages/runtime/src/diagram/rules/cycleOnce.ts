import type { TimerSpec } from '../model.ts';
import { faultAt } from './faultAt.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';

/** A time that comes again and again is of no use where the first one ends the waiting. */
export const rule: Rule = {
  name: 'cycleOnce',
  severity: 'warning',
  sentence: { zh: '反复的定时用在能反复发生的地方', en: 'A timer that comes again stands where it can' },
  check: (process) =>
    process.elements
      .filter(({ type, interrupting, triggers }) => {
        const once = type === 'intermediateCatchEvent' || interrupting === true;
        return once && triggers.some((trigger) => trigger.kind === 'timer' && isRepeated(trigger.timer));
      })
      .map((event) =>
        faultAt(process, event, (at) => ({
          zh: `${at.zh}写了每隔多久一次，而这里到一次就过去了：请改写多久以后，或者改为不打断办理`,
          en: `${begun(at.en)} comes again and again, but here the first time is the last: say after how long, or let it not interrupt the work`,
        })),
      ),
};

/** The first working day of a month comes again, too, but is well waited for once. */
const isRepeated = ({ form, value }: TimerSpec): boolean => form === 'cycle' && /^R(?!1\/)/.test(value);
