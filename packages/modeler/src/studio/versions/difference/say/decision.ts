import type { Teller } from '../change.ts';
import type { Facts } from '../facts.ts';
import { inQuotes } from '../quoted.ts';
import { alike, listOf, partsIn, textOf } from '../read.ts';
import { en, row, said } from '../sentence.ts';
import { ownName } from '../side.ts';
import { tellOptions } from './options.ts';

/** What the doer decides. */
export const tellDecision: Teller = (was, now) => {
  const [from, to] = [listOf(was)[0], listOf(now)[0]];
  if (to && !from) {
    const options = row(partsIn(to, 'options').map((option) => inQuotes(ownName(option))));
    return [said('decision', { zh: `要作决定${called(to).zh}：${options.zh}`, en: `Decides ${en(called(to))}: ${options.en}` })];
  }
  if (!to) return from ? [said('decision', { zh: `不再作决定${called(from).zh}`, en: `No longer decides ${en(called(from))}` })] : [];
  if (!from) return [];
  const name = called(to);
  return [
    ...(called(from).zh === name.zh
      ? []
      : [
          said('decision', {
            zh: `决定${called(from).zh}改名为${name.zh}`,
            en: `The decision ${en(called(from))} is now called ${en(name)}`,
          }),
        ]),
    ...(called(from).zh === name.zh && !alike(from['names'], to['names'])
      ? [said('decision', { zh: `决定${name.zh}的英文名称有变化`, en: `The English name of the decision ${en(name)} changed` })]
      : []),
    ...(textOf(from, 'key') === textOf(to, 'key')
      ? []
      : [said('decision', { zh: `决定${name.zh}的结果存到另一处`, en: `The result of ${en(name)} is kept under another key` })]),
    ...tellOptions(partsIn(from, 'options'), partsIn(to, 'options'), { change: 'decision', of: name }),
  ];
};

const called = (decision: Facts) => inQuotes(textOf(decision, 'name') === '' ? { zh: textOf(decision, 'key') } : ownName(decision));
