import { indexed } from '../indexed.ts';
import { faultAt } from './faultAt.ts';
import { begun, placeName } from './placeName.ts';
import type { Rule } from './rule.ts';

/** What is to be undone can be. */
export const rule: Rule = {
  name: 'nothingToUndo',
  severity: 'warning',
  sentence: { zh: '要善后的步骤有善后的办法', en: 'What is to be undone can be undone' },
  check: (process) =>
    process.elements.flatMap((event) => {
      const isThrown = event.type === 'endEvent' || event.type === 'intermediateThrowEvent';
      const named = event.triggers.flatMap((trigger) => (trigger.kind === 'compensate' && trigger.activity ? [trigger.activity] : []));
      const target = indexed(process).element(named[0]);
      // what is within a sub-process or a call is undone step by step
      if (!isThrown || !target || target.compensatedBy || HOLDS.has(target.type)) return [];
      return faultAt(process, event, (at) => {
        const step = placeName(process, target.id);
        return {
          zh: `${at.zh}要给${step.zh}善后，而它没有善后的步骤：请在它边上加善后标记，连上一个步骤`,
          en: `${begun(at.en)} is to undo ${step.en}, which nothing undoes: add a mark of undoing to it, joined to a step`,
        };
      });
    }),
};

const HOLDS: ReadonlySet<string> = new Set(['subProcess', 'transaction', 'adHocSubProcess', 'callActivity']);
