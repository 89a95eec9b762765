import { indexed } from '../indexed.ts';
import { faultOn } from './faultAt.ts';
import { type Rule, isStep } from './rule.ts';

/** A condition on the only way out of a step would leave the case standing where it does not hold. */
export const rule: Rule = {
  name: 'loneCondition',
  severity: 'error',
  sentence: { zh: '步骤之后唯一的连线不带条件', en: 'The only way out of a step has no condition' },
  check: (process) =>
    process.elements.filter(isStep).flatMap((element) => {
      const [flow, other] = indexed(process).outOf(element.id);
      if (!flow?.condition || other || element.defaultFlow === flow.id) return [];
      return faultOn(process, flow, (way, from) => ({
        zh: `${from.zh}之后只有${way.zh}，上面却写了条件：条件不成立时办件没有去处，请再连一条“其他情况走这条”，或者去掉条件`,
        en: `Only ${way.en} leaves ${from.en}, and it has a condition: add a way taken otherwise, or take the condition away`,
      }));
    }),
};
