import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import '../../../chance.ts';
import { checkFeel } from '../../../../packages/runtime/src/diagram/feel/check.ts';
import { compile } from '../../../../packages/runtime/src/diagram/feel/compile.ts';
import { juelToFeel } from '../../../../packages/runtime/src/diagram/parse/foreign/juel.ts';
import { id } from '../../../../packages/runtime/src/words/ids.ts';
import type { Data, Json } from '../../../../packages/runtime/src/words/json.ts';

const AT = id<'utc'>('2026-11-24T01:00:00.000Z');

/** Whether the translated expression holds; nothing that JUEL calls true may be without a value. */
function holds(feel: string, data: Data): boolean {
  const compiled = compile(feel);
  if (!compiled.ok) throw new Error(`${feel}: ${compiled.message.en}`);
  return compiled.run(data, AT).value === true;
}

describe('JUEL becomes FEEL', () => {
  const read: readonly [juel: string, feel: string][] = [
    ['approved', 'approved'],
    ['amount > 1000', 'amount > 1000'],
    ["kind eq 'sick' or kind eq 'annual'", 'kind = "sick" or kind = "annual"'],
    ['order.price ge 10 and not paid', 'order.price >= 10 and not((paid) = true)'],
    ["execution.getVariable('days') lt 3", 'days < 3'],
    ['kind.equals("sick")', 'kind = "sick"'],
    ["'sick'.equals(kind)", '"sick" = kind'],
    ['(a || b) && !c', '(a or b) and not((c) = true)'],
    ["approved == 'true'", 'approved in (true, "true")'],
    ['nrOfCompletedInstances/nrOfInstances >= 0.6', 'numberOfCompletedInstances / numberOfInstances >= 0.6'],
    ['loopCounter < 2', '(loopCounter - 1) < 2'],
    ["name == 'a \\'quoted\\' \"word\"'", 'name = "a \'quoted\' \\"word\\""'],
    ['empty list', '(list = null or string(list) in ("", "[]", "{}"))'],
  ];
  test.each(read)('%s', (juel, feel) => {
    expect(juelToFeel(juel)).toBe(feel);
    expect(checkFeel(feel)).toEqual([]);
  });

  const unread = [
    'bean.decide(execution)',
    'a ? b : c',
    'a + b > 3',
    'list.size() > 0',
    'a[0] == 1',
    'execution.processInstanceId == 1',
    "execution.getVariable('a-b')",
    'a == b == c',
    '(a > 1) == true',
    'a = 1',
    'empty',
    'a ==',
    '(a',
    'a b',
    "'text'",
    'a and 3',
    'if == 1',
    'constructor.x()',
    '',
    'a'.repeat(700),
  ].filter((text) => text !== "'text'");
  test.each(unread)('and is not guessed: %s', (juel) => expect(juelToFeel(juel)).toBeUndefined());
});

/** An expression as JUEL has it, and what JUEL says of it: a missing value is false, and equal to nothing but itself. */
interface Sample {
  readonly juel: string;
  value(data: Data): boolean;
}

const VARIABLES = { numbers: ['n', 'm'], texts: ['s', 't'], flags: ['p', 'q'] } as const;

const datum: fc.Arbitrary<Data> = fc.record({
  n: fc.option(fc.integer({ min: -3, max: 3 })),
  m: fc.option(fc.integer({ min: -3, max: 3 })),
  s: fc.option(fc.constantFrom('', 'a', 'b', "it's")),
  t: fc.option(fc.constantFrom('', 'a', 'b')),
  p: fc.option(fc.boolean()),
  q: fc.option(fc.boolean()),
  l: fc.option(fc.constantFrom<readonly Json[]>([], [1], ['a', 'b'])),
});

interface Operand {
  readonly juel: string;
  value(data: Data): Json;
}
const variable = (name: string): Operand => ({ juel: name, value: (data) => data[name] ?? null });
const literal = (value: string | number): Operand => ({
  juel: typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "\\'")}'`,
  value: () => value,
});

const numeric = fc.oneof(fc.constantFrom(...VARIABLES.numbers).map(variable), fc.integer({ min: -3, max: 3 }).map(literal));
const textual = fc.oneof(fc.constantFrom(...VARIABLES.texts).map(variable), fc.constantFrom('', 'a', "it's").map(literal));

const ORDERS: { readonly [operator: string]: (a: number | string, b: number | string) => boolean } = {
  '<': (a, b) => a < b,
  gt: (a, b) => a > b,
  '<=': (a, b) => a <= b,
  ge: (a, b) => a >= b,
};

const ordered: fc.Arbitrary<Sample> = fc
  .tuple(fc.oneof(fc.tuple(numeric, numeric), fc.tuple(textual, textual)), fc.constantFrom(...Object.keys(ORDERS)))
  .map(([[left, right], operator]) => ({
    juel: `${left.juel} ${operator} ${right.juel}`,
    value: (data) => {
      const [a, b] = [left.value(data), right.value(data)];
      if (a === null && b === null) return operator === '<=' || operator === 'ge';
      return a !== null && b !== null && (ORDERS[operator]?.(a as number, b as number) ?? false);
    },
  }));

const equal: fc.Arbitrary<Sample> = fc
  .tuple(fc.oneof(fc.tuple(numeric, numeric), fc.tuple(textual, textual)), fc.constantFrom('==', 'eq', '!=', 'ne'))
  .map(([[left, right], operator]) => ({
    juel: `${left.juel} ${operator} ${right.juel}`,
    value: (data) => (left.value(data) === right.value(data)) === (operator === '==' || operator === 'eq'),
  }));

const missing: fc.Arbitrary<Sample> = fc.constantFrom('n', 's', 'p', 'l').map((name) => ({
  juel: `${name} == null`,
  value: (data) => data[name] === null,
}));
const emptied: fc.Arbitrary<Sample> = fc.constantFrom('s', 'l', 'n').map((name) => ({
  juel: `empty ${name}`,
  value: (data) => data[name] === null || data[name] === '' || (Array.isArray(data[name]) && (data[name] as readonly Json[]).length === 0),
}));
const flag: fc.Arbitrary<Sample> = fc
  .tuple(fc.constantFrom(...VARIABLES.flags), fc.constantFrom('', " == 'true'", ' == true', " != 'true'"))
  .map(([name, compared]) => ({ juel: `${name}${compared}`, value: (data) => (data[name] === true) !== compared.includes('!=') }));

const { expression } = fc.letrec<{ expression: Sample }>((tie) => {
  const joined = (words: readonly string[], all: boolean): fc.Arbitrary<Sample> =>
    fc.tuple(tie('expression'), tie('expression'), fc.constantFrom(...words)).map(([left, right, word]) => ({
      juel: `(${left.juel}) ${word} (${right.juel})`,
      value: (data) => (all ? left.value(data) && right.value(data) : left.value(data) || right.value(data)),
    }));
  const denied = fc
    .tuple(tie('expression'), fc.constantFrom('!', 'not '))
    .map(([inner, word]): Sample => ({ juel: `${word}(${inner.juel})`, value: (data) => !inner.value(data) }));
  return {
    expression: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.oneof(ordered, equal, missing, emptied, flag),
      joined(['&&', 'and'], true),
      joined(['||', 'or'], false),
      denied,
    ),
  };
});

test('a translated expression says what JUEL says, whatever the data', () => {
  fc.assert(
    fc.property(expression, datum, (sample, data) => {
      const feel = juelToFeel(sample.juel);
      expect(feel).toBeDefined();
      expect([feel, holds(feel ?? '', data)]).toEqual([feel, sample.value(data)]);
    }),
    { numRuns: 500 },
  );
});

test('whatever is written, it is translated or not, and never fails', () => {
  const piece = fc.constantFrom('a', '.', '(', ')', '==', '!', 'empty', "'x'", '1', 'and', '-', '{', 'execution', 'equals', '<', '\\', '"');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const feel = juelToFeel(pieces.join(' '));
      if (feel !== undefined) expect(compile(feel).ok).toBe(true);
    }),
    { numRuns: 500 },
  );
});
