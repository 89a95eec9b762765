import { indexed } from '../indexed.ts';
import { faultAt } from './faultAt.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';

/** A step that can be undone says by what. */
export const rule: Rule = {
  name: 'undoWithoutStep',
  severity: 'error',
  sentence: { zh: '善后标记写明由哪一步善后', en: 'A mark of undoing says what undoes' },
  check: (process) =>
    process.elements
      .filter(({ triggers, attachedTo }) => {
        const host = indexed(process).element(attachedTo);
        return host !== undefined && !host.compensatedBy && triggers.some(({ kind }) => kind === 'compensate');
      })
      .map((event) =>
        faultAt(process, event, (at) => ({
          zh: `${at.zh}没有连到善后的步骤：请用虚线连上，或者删去它`,
          en: `${begun(at.en)} is joined to no step that undoes: join one by a dotted line, or delete it`,
        })),
      ),
};
