import { placeName } from './placeName.ts';
import type { Rule } from './rule.ts';

/** A parallel or event-based gateway does not choose by conditions. */
export const rule: Rule = {
  name: 'conditionAtParallel',
  severity: 'error',
  sentence: { zh: '并行网关和事件网关的去路不带条件', en: 'Ways out of a parallel or event-based gateway have no conditions' },
  check(process) {
    const gateways = process.elements.filter(({ type }) => type === 'parallelGateway' || type === 'eventBasedGateway');
    return gateways.flatMap((gateway) =>
      process.flows
        .filter((flow) => flow.from === gateway.id && flow.condition)
        .map((flow) => {
          const at = placeName(process, gateway.id);
          return { element: flow.id, message: { zh: `${at.zh}的去路不应有条件`, en: `A way out of ${at.en} has a condition` } };
        }),
    );
  },
};
