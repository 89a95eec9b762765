import { faultAt } from './faultAt.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';

/** What waits for several things together names several. */
export const rule: Rule = {
  name: 'parallelOfOne',
  severity: 'warning',
  sentence: { zh: '要几件事都发生的事件写明几件事', en: 'What waits for several things names them' },
  check: (process) =>
    process.elements
      .filter(({ parallelMultiple, triggers }) => parallelMultiple && triggers.length < 2)
      .map((event) =>
        faultAt(process, event, (at) => ({
          zh: `${at.zh}要几件事都发生才算，却没有写明几件：请补上，或者改为一件`,
          en: `${begun(at.en)} waits for several things together but does not name several: add them, or make it one`,
        })),
      ),
};
