import type { Text } from '@guicheng/runtime/model';
import type { Literal } from '../../../condition/condition.ts';
import { comparisonWords, type NameOf, sayLiteral } from '../../../condition/say.ts';
import type { Subject } from '../../../condition/subject.ts';
import type { Answer } from './answer.ts';
import type { AskedOf, Unit } from './asked.ts';

/** What a column is about, and the names of people and units that its values may be. */
export interface About {
  readonly subject: Subject;
  readonly nameOf: NameOf;
}

const ANY: Required<Text> = { zh: '任意', en: 'any' };

/** What a cell asks, in words: 大于 ¥1,000.00. */
export function sayAsked(asked: AskedOf, about: About): Required<Text> {
  switch (asked.is) {
    case 'any':
      return ANY;
    case 'equal':
      return joined(asked.values, { ...about, unit: asked.unit }, { zh: ' 或 ', en: ' or ' });
    case 'unequal': {
      const values = joined(asked.values, { ...about, unit: asked.unit }, LISTED);
      return { zh: `不是 ${values.zh}`, en: `not ${values.en}` };
    }
    case 'between': {
      const [from, to] = [sayLiteral(asked.from, about), sayLiteral(asked.to, about)];
      return { zh: `${from.zh} 到 ${to.zh}`, en: `${from.en} to ${to.en}` };
    }
    case 'filled':
    case 'empty':
      return both(comparisonWords(asked.is));
    default: {
      const is = both(comparisonWords(asked.is));
      const value = sayLiteral(asked.value, { ...about, ...('unit' in asked ? { unit: asked.unit } : {}) });
      return { zh: `${is.zh} ${value.zh}`, en: `${is.en.replace(/^is /, '')} ${value.en}` };
    }
  }
}

/** What a cell answers, in words; nothing where it answers nothing. */
export function sayAnswer(answer: Answer | null, about: About): Required<Text> {
  if (answer === null) return { zh: '', en: '' };
  return typeof answer === 'object' ? joined(answer, about, LISTED) : sayLiteral(answer, about);
}

/** A text of a cell that is none of the choices of its field. */
export function oddIn(values: readonly Literal[], { options, type }: Subject): string | undefined {
  if (options.length === 0 || (type !== 'choice' && type !== 'choices' && type !== 'decision')) return undefined;
  const odd = values.find((value) => !options.some((option) => option.value === value));
  return odd === undefined ? undefined : String(odd);
}

/** The values that a cell compares with. */
export const valuesIn = (asked: AskedOf): readonly Literal[] =>
  'values' in asked ? asked.values : asked.is === 'contains' || asked.is === 'lacks' ? [asked.value] : [];

const LISTED: Required<Text> = { zh: '、', en: ', ' };

function joined(
  values: readonly Literal[],
  { unit, ...about }: About & { readonly unit?: Unit | undefined },
  between: Required<Text>,
): Required<Text> {
  const said = values.map((value) => sayLiteral(value, { ...about, ...(unit ? { unit } : {}) }));
  return { zh: said.map((one) => one.zh).join(between.zh), en: said.map((one) => one.en).join(between.en) };
}

const both = ({ zh, en }: Text): Required<Text> => ({ zh, en: en ?? zh });
