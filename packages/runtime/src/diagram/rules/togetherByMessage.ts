import { behind, faultAt } from './faultAt.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';

/** What begins a case only when all of it has come are messages: nothing else can be kept until then. */
export const rule: Rule = {
  name: 'togetherByMessage',
  severity: 'error',
  sentence: { zh: '要到齐才发起办件的，等的都是消息', en: 'What must all come to begin a case are messages' },
  check: (process) =>
    process.elements
      .filter(({ eventGatewayType, instantiate }) => eventGatewayType === 'parallel' && instantiate)
      .flatMap((gateway) => behind(process, gateway))
      .filter(({ type, triggers }) => type !== 'receiveTask' && triggers.some(({ kind }) => kind !== 'message'))
      .map((target) =>
        faultAt(process, target, (at) => ({
          zh: `${at.zh}不是消息：要几件事到齐才发起办件的，只能等消息`,
          en: `${begun(at.en)} is no message: where all must come before a case begins, only messages can be waited for`,
        })),
      ),
};
