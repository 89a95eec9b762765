import type { Rule } from './rule.ts';
import { begun } from './placeName.ts';
import { faultAt } from './faultAt.ts';
import { linkEnds } from './linkEnds.ts';

/** A link that is thrown is caught somewhere, and the other way round. */
export const rule: Rule = {
  name: 'linkPartner',
  severity: 'error',
  sentence: { zh: '跳接事件成对出现', en: 'Link events come in pairs' },
  check(process) {
    const { throws, catches } = linkEnds(process);
    const alone = [
      ...throws.filter(({ name }) => !catches.some((other) => other.name === name)),
      ...catches.filter(({ name }) => !throws.some((other) => other.name === name)),
    ];
    return alone.map(({ element, name }) =>
      faultAt(process, element, (at) => ({
        zh: `${at.zh}没有另一端：请再画一个同样叫“${name}”的跳接，或者改用连线`,
        en: `${begun(at.en)} has no other end: draw a second link called “${name}”, or use an arrow`,
      })),
    );
  },
};
