import { indexed } from '../indexed.ts';
import { faultOn } from './faultAt.ts';
import { begun } from './placeName.ts';
import { type Rule, isStep } from './rule.ts';

/** Beside ways that are always taken the default of a step never is. */
export const rule: Rule = {
  name: 'defaultNeverTaken',
  severity: 'warning',
  sentence: { zh: '“其他情况走这条”只与带条件的路并列', en: 'The way taken otherwise stands beside ways with conditions' },
  check: (process) =>
    process.elements.filter(isStep).flatMap((element) => {
      const ways = indexed(process).outOf(element.id);
      const [otherwise, ...rest] = [
        ...ways.filter(({ id }) => id === element.defaultFlow),
        ...ways.filter(({ id }) => id !== element.defaultFlow),
      ];
      if (!otherwise || otherwise.id !== element.defaultFlow || rest.length === 0 || rest.some(({ condition }) => condition)) return [];
      return faultOn(process, otherwise, (way, from) => ({
        zh: `${from.zh}之后、${way.zh}设为“其他情况走这条”，而另外的路都不看条件、总会走：这条路走不到，请给另外的路写上条件`,
        en: `${begun(way.en)} out of ${from.en} is the way taken otherwise, but the others ask for no condition: give them one, or it is never taken`,
      }));
    }),
};
