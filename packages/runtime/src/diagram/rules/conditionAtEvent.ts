import { indexed } from '../indexed.ts';
import { faultOn } from './faultAt.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';

/** An event does not choose between the ways behind it. */
export const rule: Rule = {
  name: 'conditionAtEvent',
  severity: 'error',
  sentence: { zh: '开始和各种事件之后的连线不带条件', en: 'Ways out of a start or an event have no conditions' },
  check: (process) =>
    process.flows
      .filter(({ from, condition }) => condition && indexed(process).element(from)?.type.endsWith('Event'))
      .map((flow) =>
        faultOn(process, flow, (way, from) => ({
          zh: `${from.zh}之后、${way.zh}上写了条件：这里不看条件，请去掉，或者在后面加一个“分支”`,
          en: `${begun(way.en)} out of ${from.en} has a condition, which is not asked there: take it away, or add a branch behind it`,
        })),
      ),
};
