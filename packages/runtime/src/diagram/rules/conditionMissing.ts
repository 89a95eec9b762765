import { placeName, wayName } from './placeName.ts';
import type { Rule } from './rule.ts';

/** Where a gateway chooses, every way but the default says when it is taken. */
export const rule: Rule = {
  name: 'conditionMissing',
  severity: 'error',
  sentence: {
    zh: '选择网关的每条去路（默认去路除外）都写明条件',
    en: 'Every way out of a choosing gateway but the default has its condition',
  },
  check(process) {
    const choosing = process.elements.filter(
      ({ type, outgoing }) => (type === 'exclusiveGateway' || type === 'inclusiveGateway') && outgoing.length > 1,
    );
    return choosing.flatMap((gateway) =>
      process.flows
        .filter((flow) => flow.from === gateway.id && flow.id !== gateway.defaultFlow && !flow.condition)
        .map((flow) => {
          const at = placeName(process, gateway.id);
          const way = wayName(process, flow);
          const message = {
            zh: `${at.zh}：${way.zh}没有写明条件，也不是默认去路`,
            en: `Out of ${at.en}: ${way.en} has no condition and is not the default way`,
          };
          return { element: flow.id, message };
        }),
    );
  },
};
