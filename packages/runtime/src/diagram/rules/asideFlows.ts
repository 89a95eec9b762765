import { faultAt } from './faultAt.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';

/** A sub-process that an event begins stands beside the flow, whose arrows do not lead there. */
export const rule: Rule = {
  name: 'asideFlows',
  severity: 'error',
  sentence: { zh: '遇事才办的子流程没有连线', en: 'No arrows join a sub-process that an event begins' },
  check: (process) =>
    process.elements
      .filter(({ eventSubProcess, incoming, outgoing }) => eventSubProcess && incoming.length + outgoing.length > 0)
      .map((element) =>
        faultAt(process, element, (at) => ({
          zh: `${at.zh}由里面的开始引起，不在流程线上：请删去连线，或者改为普通的子流程`,
          en: `${begun(at.en)} is begun by its own start, so no arrow may join it: delete the arrow, or make it a plain sub-process`,
        })),
      ),
};
