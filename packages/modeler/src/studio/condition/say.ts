import type { Text } from '@guicheng/runtime/model';
import { moneyText } from '../../task/money.ts';
import { type Comparison, type Condition, isEach, type Literal, type Part, type Test } from './condition.ts';
import type { Groups } from './read.ts';
import type { Subject } from './subject.ts';

const WORDS: { readonly [comparison in Comparison]: Required<Text> } = {
  equal: { zh: '是', en: 'is' },
  unequal: { zh: '不是', en: 'is not' },
  more: { zh: '大于', en: 'is more than' },
  atLeast: { zh: '不小于', en: 'is at least' },
  less: { zh: '小于', en: 'is less than' },
  atMost: { zh: '不大于', en: 'is at most' },
  before: { zh: '早于', en: 'is before' },
  notAfter: { zh: '不晚于', en: 'is not after' },
  after: { zh: '晚于', en: 'is after' },
  notBefore: { zh: '不早于', en: 'is not before' },
  contains: { zh: '包含', en: 'contains' },
  lacks: { zh: '不包含', en: 'does not contain' },
  filled: { zh: '已填', en: 'is filled in' },
  empty: { zh: '未填', en: 'is empty' },
};

/** A comparison in words. */
export const comparisonWords = (is: Comparison): Text => WORDS[is];

/** The name of somebody or of a unit by id, where it is known. */
export type NameOf = (type: Subject['type'], id: string) => Text | undefined;

/** Who reads it, and what the names in it mean. */
export interface Saying {
  readonly subjects: readonly Subject[];
  readonly nameOf?: NameOf;
}

/** A condition as one would say it, in both languages: 审核结论 是 同意，且 份数 大于 3. */
export function sayCondition({ join, parts }: Condition, saying: Saying): Required<Text> {
  const said = parts.map((part) => sayPart(part, saying));
  return {
    zh: said.map(({ zh }) => zh).join(join === 'all' ? '，且 ' : '，或 '),
    en: said.map(({ en }) => en).join(join === 'all' ? ', and ' : ', or '),
  };
}

/** The same of two levels: （结论 是 同意，且 份数 大于 3），或 急件：是. */
export function sayGroups({ join, groups }: Groups, saying: Saying): Required<Text> {
  const said = groups.map((group) => {
    const { zh, en } = sayCondition(group, saying);
    return group.parts.length > 1 ? { zh: `（${zh}）`, en: `(${en})` } : { zh, en };
  });
  return {
    zh: said.map(({ zh }) => zh).join(join === 'all' ? '，且 ' : '，或 '),
    en: said.map(({ en }) => en).join(join === 'all' ? ', and ' : ', or '),
  };
}

/** What an arrow is called after its condition: the answer alone where there is one question with one answer, else the whole. */
export function shortWords(condition: Condition, saying: Saying): Required<Text> {
  const [part] = condition.parts;
  if (condition.parts.length !== 1 || !part || isEach(part) || part.is !== 'equal') return sayCondition(condition, saying);
  const subject = subjectOf(saying, part.of, false);
  const option = subject?.options.find(({ value }) => value === part.value);
  return option ? both(option.name) : sayCondition(condition, saying);
}

const subjectOf = ({ subjects }: Saying, of: string, each: boolean): Subject | undefined =>
  subjects.find((subject) => subject.key === of && subject.each === each);

const both = ({ zh, en }: Text): Required<Text> => ({ zh, en: en ?? zh });

function sayPart(part: Part, saying: Saying): Required<Text> {
  const subject = subjectOf(saying, isEach(part) ? part.list : part.of, isEach(part));
  const name = subject ? both(subject.name) : { zh: isEach(part) ? part.list : part.of, en: isEach(part) ? part.list : part.of };
  const test = isEach(part) ? part.test : part;
  const value = 'value' in test ? sayValue(test, subject, saying) : { zh: '', en: '' };
  const who = !isEach(part)
    ? { zh: '', en: '' }
    : part.who === 'some'
      ? { zh: '至少一人的 ', en: 'of at least one, ' }
      : { zh: '每个人的 ', en: 'of everyone, ' };
  // not “是 是”; who is not “是” may also have said nothing
  if ('value' in test && typeof test.value === 'boolean' && test.is === 'equal')
    return { zh: `${who.zh}${name.zh}：${value.zh}`, en: `${who.en}${name.en}: ${value.en}` };
  const { zh, en } = WORDS[test.is];
  return { zh: `${who.zh}${name.zh} ${zh} ${value.zh}`.trim(), en: `${who.en}${name.en} ${en} ${value.en}`.trim() };
}

const sayValue = (test: Extract<Test, { value: unknown }>, subject: Subject | undefined, { nameOf }: Saying): Required<Text> =>
  sayLiteral(test.value, { subject, nameOf, ...('unit' in test ? { unit: test.unit } : {}) });

/** A value as one says it of what is asked about: options, people and units by their names. `unit`: it is a day or a moment. */
export function sayLiteral(
  value: Literal,
  { subject, nameOf, unit }: { readonly subject: Subject | undefined; readonly nameOf?: NameOf | undefined; readonly unit?: string },
): Required<Text> {
  if (value === true) return { zh: '是', en: 'yes' };
  if (value === false) return { zh: '否', en: 'no' };
  if (value === 'today' && unit) return { zh: '当天', en: 'the day itself' };
  if (value === 'now' && unit) return { zh: '当时', en: 'the moment itself' };
  if (typeof value === 'number') return subject?.type === 'money' ? same(moneyText(value)) : same(String(value));
  const option = subject?.options.find((one) => one.value === value);
  if (option) return both(option.name);
  const named = subject && nameOf?.(subject.type, value);
  if (named) return both(named);
  if (unit) return same(value.replace('T', ' ').replace(/:\d\d(?:\.\d+)?Z$/, ' UTC'));
  return subject?.type === 'date' ? same(value) : { zh: `“${value}”`, en: `“${value}”` };
}

const same = (words: string): Required<Text> => ({ zh: words, en: words });
