import { indexed } from '../indexed.ts';
import { placeName, wayName } from './placeName.ts';
import type { Rule } from './rule.ts';

/** Where a gateway chooses, every way but the default says when it is taken. */
export const rule: Rule = {
  name: 'conditionMissing',
  severity: 'error',
  sentence: {
    zh: '分支的每条路都有条件，“其他情况走这条”的除外',
    en: 'Every way out of a choosing gateway but the default has its condition',
  },
  check(process) {
    const choosing = process.elements.filter(
      ({ type, outgoing }) => (type === 'exclusiveGateway' || type === 'inclusiveGateway') && outgoing.length > 1,
    );
    return choosing.flatMap((gateway) =>
      indexed(process)
        .outOf(gateway.id)
        .filter((flow) => flow.id !== gateway.defaultFlow && !flow.condition)
        .map((flow) => {
          const at = placeName(process, gateway.id);
          const way = wayName(process, flow);
          const message = {
            zh: `从${at.zh}出来、${way.zh}没有条件：请写明条件，或设为“其他情况走这条”`,
            en: `Out of ${at.en}, ${way.en} has no condition: give it one, or let it be the way taken otherwise`,
          };
          return { element: flow.id, message };
        }),
    );
  },
};
