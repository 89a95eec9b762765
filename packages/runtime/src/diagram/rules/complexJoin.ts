import { faultAt } from './faultAt.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';

/** Where several ways meet under a condition of their own, this condition is written down. */
export const rule: Rule = {
  name: 'complexJoin',
  severity: 'warning',
  sentence: { zh: '按条件汇合的地方写明等到几路', en: 'A join by condition says when it goes on' },
  check: (process) =>
    process.elements
      .filter(({ type, incoming, activation }) => type === 'complexGateway' && incoming.length > 1 && !activation)
      .map((element) =>
        faultAt(process, element, (at) => ({
          zh: `${at.zh}没有写明等到几路就往下走：请写明条件，或者改成“并行”或“分支”`,
          en: `${begun(at.en)} does not say how many ways it waits for: write its condition, or make it a parallel gateway or a branch`,
        })),
      ),
};
