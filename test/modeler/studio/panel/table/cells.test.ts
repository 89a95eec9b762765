import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import '../../../../chance.ts';
import { readAnswer, writeAnswer } from '../../../../../packages/modeler/src/studio/panel/table/cell/answer.ts';
import type { AskedOf } from '../../../../../packages/modeler/src/studio/panel/table/cell/asked.ts';
import { cellWords } from '../../../../../packages/modeler/src/studio/panel/table/cell/cellWords.ts';
import { askedOf, comparedBy, draftOf } from '../../../../../packages/modeler/src/studio/panel/table/cell/draft.ts';
import { cellComparisons, fits } from '../../../../../packages/modeler/src/studio/panel/table/cell/fits.ts';
import { readAsked } from '../../../../../packages/modeler/src/studio/panel/table/cell/readAsked.ts';
import { writeAsked } from '../../../../../packages/modeler/src/studio/panel/table/cell/writeAsked.ts';
import type { Subject } from '../../../../../packages/modeler/src/studio/condition/subject.ts';
import { tryOut } from '../../../../../packages/runtime/src/diagram/dmn/tryOut.ts';
import { id } from '../../../../../packages/runtime/src/words/ids.ts';
import type { Json } from '../../../../../packages/runtime/src/words/json.ts';
import { dmn, tableDecision } from '../../../../runtime/diagram/dmnFile.ts';

const subject = (type: Subject['type'], options: Subject['options'] = []): Subject => ({
  key: 'v',
  name: { zh: '值' },
  type,
  options,
  each: false,
});
const KIND = subject('choice', [
  { value: 'travel', name: { zh: '差旅', en: 'Travel' } },
  { value: 'office', name: { zh: '办公用品', en: 'Stationery' } },
]);
const nameOf = () => undefined;
const said = (part: 'inputs' | 'outputs', text: string, of: Subject) => cellWords(part, text, { subject: of, nameOf });

describe('a cell in words', () => {
  test.each<[string, Subject, string, string]>([
    ['-', KIND, '任意', 'any'],
    ['', KIND, '任意', 'any'],
    ['"travel"', KIND, '差旅', 'Travel'],
    ['"travel","office"', KIND, '差旅 或 办公用品', 'Travel or Stationery'],
    ['not("travel")', KIND, '不是 差旅', 'not Travel'],
    ['> 100000', subject('money'), '大于 ¥1,000.00', 'more than ¥1,000.00'],
    ['<= 5', subject('number'), '不大于 5', 'at most 5'],
    ['[1..5]', subject('number'), '1 到 5', '1 to 5'],
    ['< date("2026-03-01")', subject('date'), '早于 2026-03-01', 'before 2026-03-01'],
    ['>= today()', subject('date'), '不早于 当天', 'not before the day itself'],
    ['contains(?, "局")', subject('text'), '包含 “局”', 'contains “局”'],
    ['true', subject('yesNo'), '是', 'yes'],
    ['null', subject('text'), '未填', 'is empty'],
  ])('%s', (text, of, zh, en) => {
    expect(said('inputs', text, of)).toMatchObject({ words: { zh, en }, known: true, odd: undefined });
  });

  test('what nobody could click together is shown as it stands', () => {
    for (const text of ['? > 2 and ? < limit', '(1..5]', 'limit', '"a', '> limit', '"a", 1 + 1', 'date("2026-01-01"), "a"'])
      expect([text, said('inputs', text, subject('number')).words]).toEqual([text, undefined]);
    for (const text of ['a + 1', 'amount', '["a", b]', 'today()'])
      expect([text, said('outputs', text, KIND).words]).toEqual([text, undefined]);
  });

  test('what is said, but not of such a field, cannot be clicked; a choice that the field does not have is told', () => {
    expect(said('inputs', '> 5', KIND)).toMatchObject({ words: { zh: '大于 5' }, known: false });
    expect(said('inputs', '1, 2', subject('number'))).toMatchObject({ words: { zh: '1 或 2' }, known: false });
    expect(said('inputs', '"boat"', KIND).odd).toBe('boat');
    expect(said('outputs', '"boat"', KIND).odd).toBe('boat');
    expect(said('outputs', '"travel"', KIND)).toMatchObject({ words: { zh: '差旅' }, known: true, odd: undefined });
  });
});

const text = fc.string({ maxLength: 8 });
const number = fc.oneof(fc.integer({ min: -1000, max: 1000 }), fc.constantFrom(0.5, -2.25, 1e-7));
const day = fc.constantFrom('2026-03-01', '2025-12-31', 'today');
const anyAsked: fc.Arbitrary<AskedOf> = fc.oneof(
  fc.constant<AskedOf>({ is: 'any' }),
  fc.record({
    is: fc.constantFrom('equal' as const, 'unequal' as const),
    values: fc.array(fc.oneof(text, number, fc.boolean()), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    is: fc.constantFrom('equal' as const, 'unequal' as const),
    values: fc.array(day, { minLength: 1, maxLength: 2 }),
    unit: fc.constant('day' as const),
  }),
  fc.record({ is: fc.constantFrom('more' as const, 'atLeast' as const, 'less' as const, 'atMost' as const), value: number }),
  fc.record({ is: fc.constant('between' as const), from: number, to: number }),
  fc.record({
    is: fc.constantFrom('before' as const, 'notAfter' as const, 'after' as const, 'notBefore' as const),
    unit: fc.constant('day' as const),
    value: day,
  }),
  fc.record({ is: fc.constantFrom('contains' as const, 'lacks' as const), value: text, many: fc.boolean() }),
  fc.record({ is: fc.constantFrom('filled' as const, 'empty' as const), many: fc.boolean() }),
);

test('what is written is read back the same', () => {
  fc.assert(
    fc.property(anyAsked, (asked) => expect(readAsked(writeAsked(asked))).toEqual(asked)),
    { numRuns: 300 },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        text.filter((one) => one !== ''),
        number,
        fc.boolean(),
        fc.array(text, { maxLength: 3 }),
      ),
      (answer) => expect(readAnswer(writeAnswer(answer))).toEqual(answer),
    ),
    { numRuns: 100 },
  );
  expect([readAnswer(''), readAnswer('-'), writeAnswer(null)]).toEqual([null, null, '']);
});

/** What the runtime says of a cell. */
async function holds(asked: AskedOf, value: Json, type = ''): Promise<boolean> {
  const cell = writeAsked(asked).replaceAll('|', '');
  const file = dmn(tableDecision('t', { inputs: [`v${type}`], outputs: ['x'], rows: [`${cell}|true`, '-|false'], hit: 'FIRST' }));
  const { decided, faults } = await tryOut(file, '', { context: { v: value }, at: id('2026-11-24T01:00:00.000Z') });
  expect(faults).toEqual([]);
  return decided?.ok === true && decided.value === true;
}

test('what is clicked means to the runtime what it says', async () => {
  expect(await holds({ is: 'equal', values: ['a', 'b'] }, 'b')).toBe(true);
  expect(await holds({ is: 'unequal', values: ['a', 'b'] }, 'b')).toBe(false);
  expect(await holds({ is: 'unequal', values: ['a'] }, null)).toBe(true);
  expect(await holds({ is: 'between', from: -1, to: 5 }, -1)).toBe(true);
  expect(await holds({ is: 'between', from: -1, to: 5 }, 5.5)).toBe(false);
  expect(await holds({ is: 'more', value: 3 }, 3)).toBe(false);
  expect(await holds({ is: 'atLeast', value: 3 }, 3)).toBe(true);
  expect(await holds({ is: 'contains', value: '局', many: false }, '市局')).toBe(true);
  expect(await holds({ is: 'lacks', value: '局', many: false }, '市局')).toBe(false);
  expect(await holds({ is: 'contains', value: 'a', many: true }, ['b', 'a'])).toBe(true);
  expect(await holds({ is: 'lacks', value: 'a', many: true }, ['b'])).toBe(true);
  for (const value of [null, 'x'] as const) {
    expect(await holds({ is: 'empty', many: false }, value)).toBe(value === null);
    expect(await holds({ is: 'filled', many: false }, value)).toBe(value !== null);
  }
  for (const value of [null, [], ['x']] as const) {
    expect(await holds({ is: 'empty', many: true }, value)).toBe(value === null || value.length === 0);
    expect(await holds({ is: 'filled', many: true }, value)).toBe(value !== null && value.length > 0);
  }
  expect(await holds({ is: 'before', unit: 'day', value: 'today' }, '2026-11-23', ':date')).toBe(true);
  expect(await holds({ is: 'notBefore', unit: 'day', value: '2026-11-24' }, '2026-11-23', ':date')).toBe(false);
  expect(await holds({ is: 'equal', values: ['2026-11-23'], unit: 'day' }, '2026-11-23', ':date')).toBe(true);
  expect(await holds({ is: 'equal', values: [false] }, false)).toBe(true);
});

describe('clicking a cell together', () => {
  test('another way of asking keeps the values that fit', () => {
    const several = draftOf({ is: 'equal', values: ['travel', 'office'] });
    expect(comparedBy(several, 'unequal', KIND)).toEqual({ is: 'unequal', values: ['travel', 'office'], to: null });
    expect(comparedBy(several, 'any', KIND)).toEqual({ is: 'any', values: [], to: null });
    expect(comparedBy(draftOf({ is: 'any' }), 'equal', KIND).values).toEqual(['travel']);
    expect(askedOf(comparedBy(draftOf({ is: 'more', value: 3 }), 'between', subject('number')), subject('number'))).toBeUndefined();
    expect(askedOf({ is: 'between', values: [5], to: 3 }, subject('number'))).toEqual({ is: 'between', from: 3, to: 5 });
    expect(askedOf({ is: 'equal', values: [''], to: null }, subject('text'))).toBeUndefined();
  });

  test('every way that is offered for a kind of field can be shown again', () => {
    const sample: { readonly [type: string]: Json } = {
      number: 1,
      money: 1,
      yesNo: true,
      date: '2026-01-01',
      dateTime: '2026-01-01T00:00:00Z',
    };
    for (const type of [
      'text',
      'number',
      'money',
      'yesNo',
      'choice',
      'choices',
      'date',
      'dateTime',
      'person',
      'persons',
      'unit',
    ] as const) {
      const of = type === 'choice' || type === 'choices' ? { ...KIND, type } : subject(type);
      const value = sample[type] ?? 'travel';
      for (const is of cellComparisons(type)) {
        const asked = askedOf({ is, values: is === 'any' ? [] : [value as string], to: 2 }, of);
        expect([type, is, asked && fits(asked, of)]).toEqual([type, is, true]);
        expect(readAsked(writeAsked(asked ?? { is: 'any' }))).toEqual(asked);
      }
    }
  });
});
