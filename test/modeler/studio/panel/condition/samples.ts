import * as fc from 'fast-check';
import type { Condition, EachTest, Literal, Part, Test } from '../../../../../packages/modeler/src/studio/condition/condition.ts';

type Data = { readonly [key: string]: unknown };

/** What a key may be; `r` and `value` are what FEEL's own words are nearest to. */
export const keys = ['title', 'copies', 'kinds', 'due', 'at', 'r', 'value', 'item', '名称', 'field_3'] as const;

const key = fc.constantFrom(...keys);
const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.constantFrom('a', '"', '\\', 'a"b\\n', '// 注', 'null', '  '));
const number = fc.oneof(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.constantFrom(0.1, -3.5, 1e12, 0.000001, 123456.789));
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const moment = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((date) => date.toISOString());
const literal = fc.oneof(text, number, fc.boolean()) as fc.Arbitrary<Literal>;
const times = ['before', 'notAfter', 'after', 'notBefore'] as const;

/** Any question that can be clicked, to the value under a key. */
export const tests = (of: fc.Arbitrary<string>): fc.Arbitrary<Test> =>
  fc.oneof(
    fc.record({ of, is: fc.constantFrom('equal' as const, 'unequal' as const), value: literal }),
    fc.record({ of, is: fc.constantFrom('more' as const, 'atLeast' as const, 'less' as const, 'atMost' as const), value: number }),
    fc.record({ of, is: fc.constantFrom(...times), unit: fc.constant('day' as const), value: fc.oneof(day, fc.constant('today')) }),
    fc.record({ of, is: fc.constantFrom(...times), unit: fc.constant('moment' as const), value: fc.oneof(moment, fc.constant('now')) }),
    fc.record({ of, is: fc.constantFrom('contains' as const, 'lacks' as const), value: text, many: fc.boolean() }),
    fc.record({ of, is: fc.constantFrom('filled' as const, 'empty' as const), many: fc.boolean() }),
  );

const each: fc.Arbitrary<EachTest> = fc.record({
  who: fc.constantFrom('some' as const, 'every' as const),
  list: key,
  test: tests(fc.constant('')),
});

/** Any condition that can be clicked together. */
export const conditions: fc.Arbitrary<Condition> = fc
  .record({
    join: fc.constantFrom('all' as const, 'any' as const),
    parts: fc.array(fc.oneof(tests(key), each) as fc.Arbitrary<Part>, { minLength: 1, maxLength: 4 }),
  })
  .map(({ join, parts }) => ({ join: parts.length === 1 ? 'all' : join, parts }));

/** What a field may hold that such a question is asked of: nothing, or a value of a type that fits. */
const fitting = (test: Test): fc.Arbitrary<unknown> => {
  if ('unit' in test) return test.unit === 'day' ? day : moment;
  if ('many' in test) return test.many ? fc.array(fc.oneof(text, fc.constant('value' in test ? test.value : 'a')), { maxLength: 4 }) : text;
  const near = typeof test.value === 'number' ? number : typeof test.value === 'boolean' ? fc.boolean() : text;
  return fc.oneof(near, fc.constant(test.value));
};

const holding = (test: Test): fc.Arbitrary<unknown> =>
  fc.oneof({ arbitrary: fitting(test), weight: 4 }, { arbitrary: fc.constantFrom(null, undefined), weight: 1 });

/** A condition, and what a case may hold of everything that it asks about; each key is asked one question, so that its type is known. */
export const conditionWithData: fc.Arbitrary<{ readonly condition: Condition; readonly data: Data }> = conditions
  .map(({ join, parts }) => {
    const known = parts.filter((part, index) => parts.findIndex((other) => keyOf(other) === keyOf(part)) === index);
    return { join: known.length === 1 ? ('all' as const) : join, parts: known };
  })
  .chain((condition) =>
    fc.record({
      condition: fc.constant(condition),
      data: fc.tuple(...condition.parts.map(dataOf)).map((pairs) => Object.fromEntries(pairs.filter(([, value]) => value !== undefined))),
    }),
  );

const keyOf = (part: Part): string => ('who' in part ? part.list : part.of);

const dataOf = (part: Part): fc.Arbitrary<readonly [string, unknown]> =>
  'who' in part
    ? fc.oneof(
        {
          arbitrary: fc
            .array(
              holding(part.test).map((value) => ({ by: 'li-min', ...(value === undefined ? {} : { value }) })),
              { maxLength: 4 },
            )
            .map((list) => [part.list, list] as const),
          weight: 5,
        },
        { arbitrary: fc.constant([part.list, null] as const), weight: 1 },
      )
    : holding(part).map((value) => [part.of, value] as const);

/** What a condition means, said without FEEL: a missing value equals nothing, is neither more nor less, and contains nothing. */
export const means = ({ join, parts }: Condition, data: Data, at: string): boolean =>
  parts[join === 'all' ? 'every' : 'some']((part) => {
    if (!('who' in part)) return meansTest(part, data[part.of], at);
    const list = data[part.list] as readonly { readonly value?: unknown }[] | null;
    return list !== null && list !== undefined && list[part.who]((one) => meansTest(part.test, one.value, at));
  });

function meansTest(test: Test, value: unknown, at: string): boolean {
  const missing = value === null || value === undefined;
  switch (test.is) {
    case 'equal':
      return value === test.value;
    case 'unequal':
      return value !== test.value;
    case 'filled':
      return !missing && !(test.many && (value as readonly unknown[]).length === 0);
    case 'empty':
      return missing || (test.many && (value as readonly unknown[]).length === 0);
    case 'contains':
      return !missing && (value as string).includes(test.value);
    case 'lacks':
      return missing || !(value as string).includes(test.value);
    default: {
      if (missing) return false;
      const here = 'unit' in test ? Date.parse(value as string) : (value as number);
      const there = 'unit' in test ? Date.parse(whenever(test.value, at)) : test.value;
      if (test.is === 'more' || test.is === 'after') return here > there;
      if (test.is === 'atLeast' || test.is === 'notBefore') return here >= there;
      return test.is === 'less' || test.is === 'before' ? here < there : here <= there;
    }
  }
}

const whenever = (value: string, at: string): string =>
  value === 'now' ? `${at.slice(0, 19)}Z` : value === 'today' ? new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10) : value;
