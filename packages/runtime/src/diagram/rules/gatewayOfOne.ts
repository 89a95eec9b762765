import { faultAt } from './faultAt.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';

/** A gateway with one way in and one way out decides nothing and joins nothing. */
export const rule: Rule = {
  name: 'gatewayOfOne',
  severity: 'warning',
  sentence: { zh: '分支和汇合处连着两条以上的路', en: 'A gateway splits or joins something' },
  check: (process) =>
    process.elements
      // a wait with one way out is an error of its own
      .filter(
        ({ type, incoming, outgoing }) =>
          type.endsWith('Gateway') && type !== 'eventBasedGateway' && incoming.length < 2 && outgoing.length === 1,
      )
      .map((element) =>
        faultAt(process, element, (at) => ({
          zh: `${at.zh}只有一条路进、一条路出，不起作用：请补上另一条路，或者删去它`,
          en: `${begun(at.en)} has one way in and one way out, so it does nothing: add another way, or delete it`,
        })),
      ),
};
