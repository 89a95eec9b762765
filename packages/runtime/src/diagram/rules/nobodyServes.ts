import { faultAt } from './faultAt.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';

/** A step that is done without people says by which handler, or what it sets. */
export const rule: Rule = {
  name: 'nobodyServes',
  severity: 'warning',
  sentence: { zh: '自动步骤写明做什么', en: 'A step without people says what it does' },
  check: (process) =>
    process.elements
      .filter(
        ({ type, job }) => (type === 'serviceTask' || type === 'businessRuleTask') && job && 'name' in job && !job.name && !job.elsewhere,
      )
      .map((element) =>
        faultAt(process, element, (at) => ({
          zh: `${at.zh}是自动步骤，却没有说做什么，办件会停在这里：请写明，或者改为由人办理`,
          en: `${begun(at.en)} is done without people, but not said how, so a case would stop here: say how, or let a person do it`,
        })),
      ),
};
