import { faultAt } from './faultAt.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';

/** A step that is done again says until when: without that it never ends. */
export const rule: Rule = {
  name: 'loopWithoutEnd',
  severity: 'error',
  sentence: { zh: '反复办的步骤写明办到什么时候', en: 'A step that is done again says until when' },
  check: (process) =>
    process.elements
      .filter(({ loop }) => loop && !loop.condition && loop.maximum === undefined)
      .map((element) =>
        faultAt(process, element, (at) => ({
          zh: `${at.zh}会反复办下去，没有说到什么时候为止：请写明条件，或者最多几次`,
          en: `${begun(at.en)} is done again and again without end: say on what condition, or how often at most`,
        })),
      ),
};
