import { indexed } from '../indexed.ts';
import { faultOn } from './faultAt.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';

/** Two arrows that join the same two places in the same way make everything behind them happen twice, or one of them is idle. */
export const rule: Rule = {
  name: 'sameFlowTwice',
  severity: 'warning',
  sentence: { zh: '两处之间同样的连线只画一条', en: 'Two places are joined by an arrow once' },
  check(process) {
    const seen = new Set<string>();
    return process.flows
      .filter(({ id, from, to, condition = '' }) => {
        const isDefault = indexed(process).element(from)?.defaultFlow === id;
        const way = JSON.stringify([from, to, condition, isDefault]);
        const again = seen.has(way);
        seen.add(way);
        return again;
      })
      .map((flow) =>
        faultOn(process, flow, (way, from) => ({
          zh: `从${from.zh}出来、${way.zh}重复画了一条：后面的步骤可能会办两遍，请删去一条`,
          en: `${begun(way.en)} out of ${from.en} is drawn twice: what follows may be done twice, so delete one`,
        })),
      );
  },
};
