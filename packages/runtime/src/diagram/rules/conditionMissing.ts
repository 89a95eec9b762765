import { type Rule, called } from './rule.ts';

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
          const at = called(gateway);
          const message = {
            zh: `${at.zh}的去路“${flow.name.zh || flow.id}”没有条件，也不是默认去路`,
            en: `The way “${flow.name.en ?? flow.id}” out of ${at.en} has no condition and is not the default`,
          };
          return { element: flow.id, message };
        }),
    );
  },
};
