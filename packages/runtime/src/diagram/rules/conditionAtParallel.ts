import { indexed } from '../indexed.ts';
import { placeName, wayName } from './placeName.ts';
import type { Rule } from './rule.ts';

/** A parallel or event-based gateway does not choose by conditions. */
export const rule: Rule = {
  name: 'conditionAtParallel',
  severity: 'error',
  sentence: { zh: '并行的各路和等候处的各路不带条件', en: 'Ways out of a parallel or event-based gateway have no conditions' },
  check(process) {
    const gateways = process.elements.filter(({ type }) => type === 'parallelGateway' || type === 'eventBasedGateway');
    return gateways.flatMap((gateway) =>
      indexed(process)
        .outOf(gateway.id)
        .filter((flow) => flow.condition)
        .map((flow) => {
          const [at, way] = [placeName(process, gateway.id), wayName(process, flow)];
          const message = {
            zh: `从${at.zh}出来的各路不看条件，${way.zh}上却写了条件：请去掉条件，或把这里改成“分支”`,
            en: `Ways out of ${at.en} ask for no condition, but ${way.en} has one: take it away, or make this a branch`,
          };
          return { element: flow.id, message };
        }),
    );
  },
};
