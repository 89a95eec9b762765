import { faultAt } from './faultAt.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';

/** An event that waits until something holds says what. */
export const rule: Rule = {
  name: 'conditionNotSaid',
  severity: 'error',
  sentence: { zh: '等条件的事件写明条件', en: 'An event that waits for a condition says which' },
  check: (process) =>
    process.elements
      .filter(({ triggers }) => triggers.some((trigger) => trigger.kind === 'conditional' && !trigger.condition))
      .map((event) =>
        faultAt(process, event, (at) => ({
          zh: `${at.zh}没有写明等什么条件成立：请写上条件`,
          en: `${begun(at.en)} does not say what condition it waits for: write it down`,
        })),
      ),
};
