import { faultAt } from './faultAt.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';

/** A step that sends says what, or by which handler. */
export const rule: Rule = {
  name: 'sendsNothing',
  severity: 'warning',
  sentence: { zh: '发出消息的步骤写明发什么', en: 'A step that sends says what' },
  check: (process) =>
    process.elements
      .filter(({ type, message, job }) => type === 'sendTask' && !message && !(job && 'name' in job && job.name))
      .map((element) =>
        faultAt(process, element, (at) => ({
          zh: `${at.zh}没有说发什么：请选定消息`,
          en: `${begun(at.en)} does not say what it sends: choose a message`,
        })),
      ),
};
