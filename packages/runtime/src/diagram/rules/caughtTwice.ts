import type { EventTrigger } from '../model.ts';
import { faultAt } from './faultAt.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';

/** Two events on one edge that catch the same cannot both have it. */
export const rule: Rule = {
  name: 'caughtTwice',
  severity: 'warning',
  sentence: { zh: '同一步骤边上不重复处理同一件事', en: 'One step handles one thing once' },
  check(process) {
    const seen = new Set<string>();
    return process.elements
      .filter((event) => {
        const [trigger] = event.triggers;
        const what = event.attachedTo && trigger && caught(trigger);
        if (what === undefined || what === '') return false;
        const key = JSON.stringify([event.attachedTo, what]);
        const again = seen.has(key);
        seen.add(key);
        return again;
      })
      .map((event) =>
        faultAt(process, event, (at) => ({
          zh: `${at.zh}与同一步骤边上的另一个事件处理的是同一件事，只有一个会起作用：请删去一个`,
          en: `${begun(at.en)} catches what another event on the same step catches, and only one gets it: delete one of them`,
        })),
      );
  },
};

/** Signals, timers and conditions may well begin several things; the others have one taker. */
function caught(trigger: EventTrigger): string | undefined {
  switch (trigger.kind) {
    case 'message':
      return `message ${trigger.name} ${trigger.key ?? ''}`;
    case 'error':
    case 'escalation':
      return `${trigger.kind} ${trigger.code ?? ''}`;
    default:
      return undefined;
  }
}
