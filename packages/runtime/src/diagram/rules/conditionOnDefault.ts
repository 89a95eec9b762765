import { indexed } from '../indexed.ts';
import { placeName } from './placeName.ts';
import type { Rule } from './rule.ts';

/** The default way is taken when no other is, so a condition on it would be read by nobody; and it leads out of its own element. */
export const rule: Rule = {
  name: 'conditionOnDefault',
  severity: 'error',
  sentence: {
    zh: '“其他情况走这条”的路不带条件，并且从本处连出',
    en: 'The way taken otherwise has no condition and leaves its own element',
  },
  check: (process) =>
    process.elements.flatMap((element) => {
      const flow = indexed(process).flow(element.defaultFlow);
      if (!element.defaultFlow || (flow?.from === element.id && !flow.condition)) return [];
      const { zh, en } = placeName(process, element.id);
      const message = {
        zh: `${zh}有一条路设为“其他情况走这条”：它应从这里连出，不能再带条件`,
        en: `The way taken otherwise out of ${en} begins there and has no condition`,
      };
      return [{ element: element.defaultFlow, message }];
    }),
};
