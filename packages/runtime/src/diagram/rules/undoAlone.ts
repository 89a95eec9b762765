import { faultAt } from './faultAt.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';

/** A step that undoes belongs to what it undoes. */
export const rule: Rule = {
  name: 'undoAlone',
  severity: 'warning',
  sentence: { zh: '善后的步骤写明为哪一步善后', en: 'A step that undoes belongs to another' },
  check(process) {
    const joined = new Set(process.elements.map(({ compensatedBy }) => compensatedBy));
    return process.elements
      .filter(({ id, forCompensation }) => forCompensation && !joined.has(id))
      .map((element) =>
        faultAt(process, element, (at) => ({
          zh: `${at.zh}是善后的步骤，却没有说为哪一步善后，永远不会办：请从那一步边上的善后标记用虚线连来`,
          en: `${begun(at.en)} undoes, but nothing says what: join it by a dotted line to the mark of undoing on that step`,
        })),
      );
  },
};
