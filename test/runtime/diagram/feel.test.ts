import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import '../../chance.ts';
import { evaluate as feelin } from 'feelin';
import { checkFeel } from '../../../packages/runtime/src/diagram/feel/check.ts';
import { evaluateCondition } from '../../../packages/runtime/src/diagram/feel/condition.ts';
import { evaluate } from '../../../packages/runtime/src/diagram/feel/evaluate.ts';
import { names, reads } from '../../../packages/runtime/src/diagram/feel/names.ts';
import { feelNodes, feelTree } from '../../../packages/runtime/src/diagram/feel/tree.ts';
import { toJson } from '../../../packages/runtime/src/diagram/feel/value.ts';
import { id } from '../../../packages/runtime/src/words/ids.ts';
import type { Data, Json } from '../../../packages/runtime/src/words/json.ts';

// one in the night of Shanghai is the afternoon before in UTC
const AT = id<'utc'>('2026-11-24T17:00:00.000Z');
const value = (expression: string, context: Data = {}): Json => {
  const result = evaluate(expression, context, AT);
  if (!result.ok) throw new Error(result.reason.en);
  return result.value;
};
/** What feelin itself makes of it; it throws where values cannot be compared at all. */
const outcome = (expression: string, context: Data): Json | undefined => {
  try {
    return toJson(feelin(expression, context).value);
  } catch {
    return undefined;
  }
};
const holds = (expression: string, context: Data = {}) => evaluateCondition(expression, context, AT).value;

describe('calculating', () => {
  test('the clock is the given moment, in Shanghai', () => {
    expect(value('today()')).toBe('2026-11-25');
    expect(value('now()')).toBe('2026-11-25T01:00:00+08:00');
    expect(value('now() = date and time("2026-11-24T17:00:00Z")')).toBe(true);
  });

  test('dates go in and come out as ISO text', () => {
    expect(value('date(due) - duration("P3D")', { due: '2026-12-01' })).toBe('2026-11-28');
    expect(value('date(due) < today()', { due: '2026-11-24' })).toBe(true);
    expect(value('string(due) + "/-3wd"', { due: '2026-12-01' })).toBe('2026-12-01/-3wd');
  });

  test('what was collected of the instances can be asked', () => {
    const replies = [
      { by: 'person:a', item: 'unit-a', value: false },
      { by: 'person:b', item: 'unit-b', value: true },
    ];
    expect(holds('some r in replies satisfies r.value = true', { replies })).toBe(true);
    expect(value('count(replies[value = true])', { replies })).toBe(1);
  });

  test('what cannot be kept as JSON is no value', () => {
    for (const expression of ['today', '[1..3]', '2 ** 100000', '1 < true']) expect(evaluate(expression, {}, AT).ok).toBe(false);
  });

  test('a name of the prototype is just an empty name', () => {
    expect(value('constructor')).toBe(null);
    expect(value('a.__proto__', { a: {} })).toBe(null);
  });

  test('a list longer than a thousand is not gone through', () => {
    const result = evaluate('count(list) > 0', { list: Array.from({ length: 1001 }, () => 1) }, AT);
    expect(result.ok ? '' : result.reason.en).toMatch(/more than 1000 entries/);
  });
});

describe('conditions', () => {
  test('a missing value is equal to nothing but null, and neither more nor less than anything', () => {
    expect(holds('a = "x"')).toBe(false);
    expect(holds('a = null')).toBe(true);
    expect(holds('a > 3')).toBe('neither');
    expect(holds('not(a)')).toBe('neither');
    expect(holds('a > 3 or b', { b: true })).toBe(true);
  });

  test('what is no yes or no is neither, with the reason', () => {
    const result = evaluateCondition('a', { a: 'yes' }, AT);
    expect(result).toMatchObject({ value: 'neither', reason: { en: expect.stringContaining('"yes"') } });
    expect(holds('a +')).toBe('neither');
  });
});

describe('an expression made ready means what feelin means', () => {
  const scalar = fc.oneof(
    fc.constantFrom('a', 'b', 'c'),
    fc.integer({ min: -3, max: 3 }).map(String),
    fc.constantFrom('"x"', '"y"', 'true', 'false', 'null'),
  );
  const comparison = fc.tuple(scalar, fc.constantFrom('=', '!=', '<', '<=', '>', '>='), scalar).map((parts) => parts.join(' '));
  const { condition } = fc.letrec<{ condition: string }>((tie) => ({
    condition: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      comparison,
      fc
        .tuple(tie('condition'), fc.constantFrom('and', 'or'), tie('condition'))
        .map(([left, word, right]) => `(${left}) ${word} (${right})`),
      tie('condition').map((inner) => `not(${inner})`),
      fc.tuple(tie('condition'), scalar, scalar).map(([test, then, other]) => `if ${test} then ${then} else ${other}`),
      scalar.map((item) => `${item} in [1, "x", b]`),
      fc.tuple(scalar, scalar).map(([left, right]) => `[${left}, ${right}][item = c]`),
      scalar.map((item) => `some v in [1, 2, "x"] satisfies v = ${item}`),
    ),
  }));
  const data = fc.record(
    {
      a: fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom('x', 'y')),
      b: fc.boolean(),
      c: fc.constantFrom<Json>(null, 'x', 2, [1], true),
    },
    { requiredKeys: [] },
  );

  test('over thousands of expressions and values', () => {
    fc.assert(
      fc.property(condition, data, (expression, context) => {
        const theirs = outcome(expression, context as Data);
        const ours = evaluate(expression, context as Data, AT);
        expect(ours.ok ? ours.value : undefined).toEqual(theirs);
      }),
      { numRuns: 1500, seed: 20261124 },
    );
  });
});

describe('the names that an expression reads', () => {
  test.each([
    ['a = "x" and b.c > d', ['a', 'b', 'd']],
    ['some r in replies satisfies r.value = wanted', ['replies', 'wanted']],
    ['for i in 1..3, j in list return i + j + partial[1]', ['list']],
    ['count(list[item > least]) + today().year', ['least', 'list']],
    ['{ a: 1, b: a + x }.b', ['x']],
    ['now() > date and time(at)', ['at']],
    ['"a" = string(a)', ['a']],
  ])('%s', (expression, expected) => expect(names(expression)).toEqual(expected));

  test('members in a filter are only perhaps variables', () => {
    expect(reads('replies[value = wanted]')).toEqual({ surely: ['replies'], perhaps: ['value', 'wanted'] });
  });
});

describe('an expression is bounded before it is published', () => {
  test.each([
    ['brackets', '('.repeat(5000) + ')'.repeat(5000)],
    ['sums', Array.from({ length: 50_000 }, () => 'a').join('+')],
  ])('however deep its %s are, looking at it does not run out of stack', (_, expression) => {
    expect(feelNodes(feelTree(expression)).map(({ name }) => name)).toEqual(['Root', '⚠']);
    expect(checkFeel(expression)).toHaveLength(1);
  });

  test.each(
    [
      'a = "x"',
      'date(due) < today()',
      'for i in 1..1000 return i',
      'matches(a, "^[0-9]+-[0-9]+$")',
      'list contains(a, "x")',
      'a in [1..5000]',
      `${'not('.repeat(31)}a${')'.repeat(31)}`,
    ].map((expression) => [expression.slice(0, 60), expression] as const),
  )('%s may run', (_name, expression) => expect(checkFeel(expression)).toEqual([]));

  const refused: readonly (readonly [expression: string, message: RegExp])[] = [
    ['a =', /not FEEL at character 4/],
    ['', /not FEEL/],
    ['a) + (b', /not FEEL/],
    ['${a}', /not FEEL/],
    ['foo(3)', /no function “foo”/],
    ['function(x) x', /one's own/],
    ['{ f: function(x) f(x) }', /one's own/],
    ['matches(a, b)', /never taken from data/],
    ['replace(a, b, "x")', /never taken from data/],
    ['split(a, string(b))', /never taken from data/],
    ['matches("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", "(a+)+$")', /could run for ever/],
    ['matches(a, "(a|aa)*$")', /could run for ever/],
    ['matches(a, "a*a*a*a*$")', /could run for ever/],
    ['for i in 1..1001 return i', /at most 1000/],
    ['for i in 1..n return i', /two written whole numbers/],
    ['for i in [1..n] return i', /two written whole numbers/],
    [`${'not('.repeat(33)}a${')'.repeat(33)}`, /deeper than 32/],
    ['for i in 1..9 return for j in 1..9 return for k in 1..9 return 1', /more than 2 loops/],
    [`"${'x'.repeat(1000)}"`, /longer than 1000/],
    [`${'['.repeat(65)}${']'.repeat(65)}`, /64 brackets/],
    [`${'-'.repeat(999)}1`, /deeper than 32/],
  ];
  test.each(refused.map(([expression, message]) => [expression.slice(0, 60), expression, message] as const))(
    '%s may not',
    (_name, expression, message) => {
      const said = checkFeel(expression).map(({ en }) => en);
      expect(said.join()).toMatch(message);
    },
  );
});
