import { faultAt } from './faultAt.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';

/** A gateway that waits for several ways and parts them again at once is read wrongly by most people. */
export const rule: Rule = {
  name: 'joinsAndSplits',
  severity: 'warning',
  sentence: { zh: '汇合与分开分作两处画', en: 'Joining and splitting stand apart' },
  check: (process) =>
    process.elements
      // a wait may well be come to from several sides
      .filter(
        ({ type, incoming, outgoing }) =>
          type.endsWith('Gateway') && type !== 'eventBasedGateway' && incoming.length > 1 && outgoing.length > 1,
      )
      .map((element) =>
        faultAt(process, element, (at) => ({
          zh: `${at.zh}既汇合又分开，不容易看懂：请画成两处，先汇合、再分开`,
          en: `${begun(at.en)} both joins and splits, which is hard to read: draw two, one that joins and one that splits`,
        })),
      ),
};
