import { faultAt } from './faultAt.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';

/** A wait that begins a case is not come to from anywhere. */
export const rule: Rule = {
  name: 'waitStartIncoming',
  severity: 'error',
  sentence: { zh: '发起办件的等候处没有连线连来', en: 'No arrow leads to a wait that begins a case' },
  check: (process) =>
    process.elements
      .filter(({ type, instantiate, incoming }) => type === 'eventBasedGateway' && instantiate && incoming.length > 0)
      .map((element) =>
        faultAt(process, element, (at) => ({
          zh: `${at.zh}用来发起办件，不能有连线连到它：请删去连线，或者取消“发起办件”`,
          en: `${begun(at.en)} begins a case, so no arrow may lead to it: delete the arrow, or let it begin no case`,
        })),
      ),
};
