import { indexed } from '../indexed.ts';
import { faultAt } from './faultAt.ts';
import { begun } from './placeName.ts';
import { type Rule, isStep } from './rule.ts';

/** What is done in any order holds something to do. */
export const rule: Rule = {
  name: 'adHocEmpty',
  severity: 'error',
  sentence: { zh: '不分先后的子流程里有步骤', en: 'What is done in any order holds a step' },
  check: (process) =>
    process.elements
      .filter(({ id, type }) => type === 'adHocSubProcess' && !indexed(process).inside(id).some(isStep))
      .map((element) =>
        faultAt(process, element, (at) => ({
          zh: `${at.zh}里没有步骤，办件会停在这里：请画上要办的步骤`,
          en: `${begun(at.en)} holds no step, so a case would stop here: draw what is to be done`,
        })),
      ),
};
