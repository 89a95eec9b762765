import { indexed } from '../indexed.ts';
import { faultAt } from './faultAt.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';

/** What undoes a step is marked as such: everything else belongs on the way of the flow. */
export const rule: Rule = {
  name: 'undoNotMarked',
  severity: 'error',
  sentence: { zh: '用来善后的步骤设为善后', en: 'A step that undoes is marked as such' },
  check: (process) =>
    process.elements.flatMap((element) => {
      const handler = indexed(process).element(element.compensatedBy);
      if (!handler || handler.forCompensation) return [];
      return faultAt(process, handler, (at) => ({
        zh: `${at.zh}被连作善后的步骤，却没有设为“善后”：请设上，或者删去虚线`,
        en: `${begun(at.en)} is joined as what undoes a step, but is not marked so: mark it, or delete the dotted line`,
      }));
    }),
};
