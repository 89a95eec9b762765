import { placeName } from './placeName.ts';
import type { Rule } from './rule.ts';

/** The default way is taken when no other is, so a condition on it would be read by nobody; and it leads out of its own element. */
export const rule: Rule = {
  name: 'conditionOnDefault',
  severity: 'error',
  sentence: { zh: '默认去路不带条件，并且从本元素连出', en: 'A default flow has no condition and leaves its own element' },
  check: (process) =>
    process.elements.flatMap((element) => {
      const flow = process.flows.find(({ id }) => id === element.defaultFlow);
      if (!element.defaultFlow || (flow?.from === element.id && !flow.condition)) return [];
      const { zh, en } = placeName(process, element.id);
      const message = {
        zh: `${zh}的默认去路应从它连出，且不带条件`,
        en: `The default way out of ${en} begins there and has no condition`,
      };
      return [{ element: element.defaultFlow, message }];
    }),
};
