import { comparisonsFor, isList } from './comparisons.ts';
import { type Comparison, type Condition, isEach, type Literal, type Part, type Test } from '../../condition/condition.ts';
import type { Subject } from '../../condition/subject.ts';

/** One line of the builder: a question that may still lack what it compares with. */
export interface Line {
  readonly of: string;
  readonly is: Comparison;
  readonly value: Literal | null;
  /** Asked of everybody who answered. */
  readonly who?: 'some' | 'every';
}

/** What the builder shows of a condition. */
export const linesOf = ({ parts }: Condition): readonly Line[] =>
  parts.map((part) => (isEach(part) ? { ...lineOf(part.test), of: part.list, who: part.who } : lineOf(part)));

const lineOf = (test: Test): Line => ({ of: test.of, is: test.is, value: 'value' in test ? test.value : null });

/** A new question about this: the most usual comparison, with the first option where there are options. */
export function freshLine(subject: Subject): Line {
  const [is = 'equal'] = comparisonsFor(subject.type);
  return { of: subject.key, is, value: firstValue(subject, is), ...(subject.each ? { who: 'every' } : {}) };
}

/** What stands in the value's place before anybody chose. */
export function firstValue(subject: Subject, is: Comparison): Literal | null {
  if (is === 'filled' || is === 'empty') return null;
  if (subject.type === 'yesNo') return true;
  return subject.options[0]?.value ?? null;
}

/** The question of a line; undefined while something is missing. */
export function partOf(line: Line, subject: Subject): Part | undefined {
  const test = testOf(line, subject);
  if (!test || line.who === undefined) return test;
  return { who: line.who, list: line.of, test: { ...test, of: '' } };
}

function testOf({ of, is, value }: Line, { type }: Subject): Test | undefined {
  switch (is) {
    case 'filled':
    case 'empty':
      return { of, is, many: isList(type) };
    case 'equal':
    case 'unequal':
      return value === null || value === '' ? undefined : { of, is, value };
    case 'more':
    case 'atLeast':
    case 'less':
    case 'atMost':
      return typeof value === 'number' ? { of, is, value } : undefined;
    case 'contains':
    case 'lacks':
      return typeof value === 'string' && value !== '' ? { of, is, value, many: isList(type) } : undefined;
    default:
      return typeof value === 'string' && value !== '' ? { of, is, unit: type === 'dateTime' ? 'moment' : 'day', value } : undefined;
  }
}

/** The condition of all lines; undefined while one of them lacks something, or there are none. */
export function conditionOf(
  { join, lines }: { readonly join: Condition['join']; readonly lines: readonly Line[] },
  subjects: readonly Subject[],
): Condition | undefined {
  const parts = lines.flatMap((line) => {
    const subject = subjects.find(({ key }) => key === line.of);
    return (subject && partOf(line, subject)) ?? [];
  });
  return parts.length > 0 && parts.length === lines.length ? { join: parts.length > 1 ? join : 'all', parts } : undefined;
}

/** Whether the builder can show a condition: it asks only about what is there, as one asks about such values. */
export const canShow = (condition: Condition, subjects: readonly Subject[]): boolean =>
  condition.parts.every((part) => {
    const test = isEach(part) ? part.test : part;
    const subject = subjects.find(({ key, each }) => key === (isEach(part) ? part.list : part.of) && each === isEach(part));
    return subject !== undefined && comparisonsFor(subject.type).includes(test.is) && fits(test, subject);
  });

function fits(test: Test, { type, options }: Subject): boolean {
  if ('many' in test && test.many !== isList(type)) return false;
  if ('unit' in test && test.unit !== (type === 'dateTime' ? 'moment' : 'day')) return false;
  if (test.is !== 'equal' && test.is !== 'unequal') return true;
  if (type === 'yesNo') return typeof test.value === 'boolean';
  if (type === 'number' || type === 'money') return typeof test.value === 'number';
  return typeof test.value === 'string' && (options.length === 0 || options.some(({ value }) => value === test.value));
}
