import { faultAt } from './faultAt.ts';
import { linkEnds } from './linkEnds.ts';
import { begun } from './placeName.ts';
import type { Rule } from './rule.ts';

/** A link stands for an arrow: nothing leaves where it goes in, nothing leads to where it comes out. */
export const rule: Rule = {
  name: 'linkFlows',
  severity: 'error',
  sentence: { zh: '跳接的入口后面、出口前面没有连线', en: 'Nothing leaves the entry of a link, nothing leads to its exit' },
  check(process) {
    const { throws, catches } = linkEnds(process);
    const entries = throws.filter(({ element }) => element.outgoing.length > 0);
    const exits = catches.filter(({ element }) => element.incoming.length > 0);
    return [...entries, ...exits].map(({ element }) =>
      faultAt(process, element, (at) => ({
        zh: `${at.zh}是跳接的一端，它本身就代替连线：请删去${element.type === 'intermediateThrowEvent' ? '它后面' : '连到它'}的连线`,
        en: `${begun(at.en)} is one end of a link, which takes the place of an arrow: delete the arrow ${element.type === 'intermediateThrowEvent' ? 'behind' : 'to'} it`,
      })),
    );
  },
};
