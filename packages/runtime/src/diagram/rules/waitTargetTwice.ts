import { behind, faultAt } from './faultAt.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';

/** What is waited for is come to from its wait alone. */
export const rule: Rule = {
  name: 'waitTargetTwice',
  severity: 'error',
  sentence: { zh: '等候的事只从等候处连来', en: 'What is waited for is led to by its wait alone' },
  check: (process) =>
    process.elements
      .filter(({ type }) => type === 'eventBasedGateway')
      .flatMap((gateway) =>
        behind(process, gateway)
          .filter(({ incoming }) => incoming.length > 1)
          .map((target) =>
            faultAt(process, target, (at) => ({
              zh: `${at.zh}是等候处在等的事，别处不能再连到它：请把别处的连线连到等候处`,
              en: `${begun(at.en)} is waited for, so no other arrow may lead to it: lead the other arrow to the wait`,
            })),
          ),
      ),
};
