import { faultAt } from './faultAt.ts';
import { linkEnds } from './linkEnds.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';

/** A link stays on its level, as an arrow does. */
export const rule: Rule = {
  name: 'linkAcross',
  severity: 'error',
  sentence: { zh: '跳接的两端在同一层', en: 'Both ends of a link are on one level' },
  check(process) {
    const { throws, catches } = linkEnds(process);
    return throws
      .filter(({ element, name }) => {
        const exits = catches.filter((other) => other.name === name);
        // one without any exit is told by its own rule
        return exits.length > 0 && exits.every((exit) => exit.element.parent !== element.parent);
      })
      .map(({ element, name }) =>
        faultAt(process, element, (at) => ({
          zh: `${at.zh}跳到“${name}”，而它不在同一层：跳接不能进出子流程，请在同一层画出口`,
          en: `${begun(at.en)} goes to “${name}” on another level: a link does not cross the edge of a sub-process, so draw its exit on this level`,
        })),
      );
  },
};
