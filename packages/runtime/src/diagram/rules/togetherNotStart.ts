import { faultAt } from './faultAt.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';

/** To wait until all has come is the way of a wait that begins a case; on the way it is the first that counts. */
export const rule: Rule = {
  name: 'togetherNotStart',
  severity: 'error',
  sentence: { zh: '途中的等候处先等到什么走什么', en: 'A wait on the way goes on with what comes first' },
  check: (process) =>
    process.elements
      .filter(({ eventGatewayType, instantiate }) => eventGatewayType === 'parallel' && !instantiate)
      .map((element) =>
        faultAt(process, element, (at) => ({
          zh: `${at.zh}设为等各件事到齐，这只用于发起办件：请改为先等到什么走什么，或者用“并行”分开等`,
          en: `${begun(at.en)} waits until all has come, which only a beginning can: let the first count, or wait in parallel ways`,
        })),
      ),
};
