import { faultAt } from './faultAt.ts';
import { begun } from './placeName.ts';
import { type Rule, isStep } from './rule.ts';

/** Where there are lanes, every step stands in one, so that it can be seen whose it is. */
export const rule: Rule = {
  name: 'outsideLanes',
  severity: 'warning',
  sentence: { zh: '画了泳道的流程，步骤都在泳道里', en: 'In a flow with lanes every step stands in one' },
  check: (process) =>
    process.lanes.length === 0
      ? []
      : process.elements
          // what is within a sub-process is where the sub-process is
          .filter((element) => element.parent === null && !element.lane && isStep(element) && !element.eventSubProcess)
          .map((element) =>
            faultAt(process, element, (at) => ({
              zh: `${at.zh}不在任何泳道里，看不出归谁办：请把它放进一条泳道`,
              en: `${begun(at.en)} is in no lane, so nobody can see whose it is: put it into one`,
            })),
          ),
};
