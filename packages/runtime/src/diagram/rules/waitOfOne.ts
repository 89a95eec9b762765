import { faultAt } from './faultAt.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';

/** Where a case waits to see what comes first there is more than one thing to come. */
export const rule: Rule = {
  name: 'waitOfOne',
  severity: 'error',
  sentence: { zh: '等候处至少等两件事', en: 'A wait waits for two things or more' },
  check: (process) =>
    process.elements
      .filter(({ type, outgoing }) => type === 'eventBasedGateway' && outgoing.length === 1)
      .map((element) =>
        faultAt(process, element, (at) => ({
          zh: `${at.zh}只等一件事：请再加一件（如到期），或者删去它，直接等`,
          en: `${begun(at.en)} waits for one thing only: add another, such as a timer, or delete it and wait for the thing itself`,
        })),
      ),
};
