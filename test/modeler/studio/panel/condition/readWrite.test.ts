import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import '../../../../chance.ts';
import { readCondition, readGroups } from '../../../../../packages/modeler/src/studio/condition/read.ts';
import { sayFeel } from '../../../../../packages/modeler/src/studio/condition/sayFeel.ts';
import type { Subject } from '../../../../../packages/modeler/src/studio/condition/subject.ts';
import { writeCondition, writeGroups } from '../../../../../packages/modeler/src/studio/condition/write.ts';
import { checkFeel } from '../../../../../packages/runtime/src/diagram/feel/check.ts';
import { evaluateCondition } from '../../../../../packages/runtime/src/diagram/feel/condition.ts';
import { parseDiagram } from '../../../../../packages/runtime/src/diagram/parse.ts';
import { id } from '../../../../../packages/runtime/src/words/ids.ts';
import type { Data } from '../../../../../packages/runtime/src/words/json.ts';
import { conditions, conditionWithData, means } from './samples.ts';

const AT = '2026-11-24T01:02:03.000Z';

describe('A condition that was clicked together', () => {
  test('is read back as it was written', () => {
    fc.assert(
      fc.property(conditions, (condition) => {
        expect(readCondition(writeCondition(condition))).toEqual(condition);
      }),
      { numRuns: 600, seed: 4 },
    );
  });

  test('passes the check of publishing', () => {
    fc.assert(
      fc.property(conditions, (condition) => {
        const feel = writeCondition(condition);
        expect(feel.length > 1000 ? [] : checkFeel(feel)).toEqual([]);
      }),
      { numRuns: 200, seed: 4 },
    );
  });

  test('means in the runtime what it says, also where a value is missing', () => {
    fc.assert(
      fc.property(conditionWithData, ({ condition, data }) => {
        const feel = writeCondition(condition);
        const holds = evaluateCondition(feel, data as Data, id(AT));
        expect({ feel, value: holds.value }).toEqual({ feel, value: means(condition, data, AT) });
      }),
      { numRuns: 600, seed: 4 },
    );
  });
});

describe('A condition that somebody wrote', () => {
  test.each([
    ['amount > 3', { join: 'all', parts: [{ of: 'amount', is: 'more', value: 3, bare: true }] }],
    ['amount != null and amount > 3', { join: 'all', parts: [{ of: 'amount', is: 'more', value: 3 }] }],
    [
      'a = "x" and amount > 3',
      {
        join: 'all',
        parts: [
          { of: 'a', is: 'equal', value: 'x' },
          { of: 'amount', is: 'more', value: 3, bare: true },
        ],
      },
    ],
    [
      'some r in replies satisfies r.value = true',
      { join: 'all', parts: [{ who: 'some', list: 'replies', test: { of: '', is: 'equal', value: true }, bare: true }] },
    ],
  ])('%s is shown as what it is and written the same', (feel, condition) => {
    const read = readCondition(feel);
    expect(read).toEqual(condition);
    expect(read && writeCondition(read)).toBe(feel);
  });

  test.each([
    '',
    'a',
    'a = b',
    'a + 1 > 3',
    'a = "x" and b = 1 or c = 2',
    '(a = 1 or b = 2) and c = 3',
    'if a then b else c',
    'a.b = 1',
    'a in [1..3]',
    'a = "x',
    'a == 1',
    'not(a = 1)',
    'date(a) < b',
    'date(a) < date("tomorrow")',
    'some r in list satisfies r.other = 1',
    'some r in list satisfies r.value = 1 and b = 2',
    'count(a) > 1',
    'a = "\\q"',
    'a 1',
    'and = 1',
    'a = null or count(b) = 0',
    'a != null and count(b) > 0',
    'a = 1e3',
    '((((((('.repeat(40),
  ])('%s lies outside of what can be clicked', (feel) => {
    expect(readCondition(feel)).toBeUndefined();
  });

  test('what is read of any text means the same when it is written again', () => {
    const questions = [
      'a = "x"',
      'a != null',
      'a > 1',
      'b >= -1',
      'a = null or count(a) = 0',
      'count(a) > 0',
      'a != null and count(a) > 0',
      'list contains(a, "x")',
      'contains(a, "x")',
      'not(contains(a, "x"))',
      'some r in a satisfies r.value > 1',
      'every q in a satisfies (q.value = true)',
      'date(a) < today()',
    ];
    const pieces = fc.array(fc.tuple(fc.constantFrom(...questions), fc.boolean(), fc.constantFrom('and', 'or')), {
      minLength: 1,
      maxLength: 4,
    });
    const values = fc.constantFrom<Data>(
      {},
      { a: 'x', b: 1 },
      { a: 1, b: 'x' },
      { a: true },
      { a: ['x'], b: [] },
      { a: [{ value: 2 }, {}] },
      { a: '2026-11-23' },
      { a: null, b: 2 },
    );
    let read = 0;
    fc.assert(
      fc.property(pieces, values, (words, data) => {
        const feel = words
          .map(([asked, bracketed, join], at) => `${at > 0 ? ` ${join} ` : ''}${bracketed ? `(${asked})` : asked}`)
          .join('');
        const condition = readCondition(feel);
        if (!condition) return;
        read += 1;
        const again = writeCondition(condition);
        const [one, other] = [feel, again].map((text) => evaluateCondition(text, data, id(AT)).value);
        expect({ feel, again, value: other }).toEqual({ feel, again, value: one });
      }),
      { numRuns: 1500, seed: 4 },
    );
    expect(read).toBeGreaterThan(150);
  });
});

describe('A condition of two levels', () => {
  const named = (key: string, zh: string): Subject => ({ key, name: { zh }, type: 'text', options: [], each: false });
  const subjects = [named('a', '甲'), named('b', '乙'), named('c', '丙')];

  test.each([
    ['(a = "x" and b = "y") or c = "z"', '（甲 是 “x”，且 乙 是 “y”），或 丙 是 “z”', '(甲 is “x”, and 乙 is “y”), or 丙 is “z”'],
    ['a = "x" and b = "y" or c = "z"', '（甲 是 “x”，且 乙 是 “y”），或 丙 是 “z”', '(甲 is “x”, and 乙 is “y”), or 丙 is “z”'],
    ['a = "x" and (b = "y" or c = "z")', '甲 是 “x”，且 （乙 是 “y”，或 丙 是 “z”）', '甲 is “x”, and (乙 is “y”, or 丙 is “z”)'],
  ])('is said in words: %s', (feel, zh, en) => {
    expect(readCondition(feel)).toBeUndefined();
    expect(sayFeel(feel, { subjects })).toEqual({ zh, en });
  });

  test.each(['(a = "x" and b = "y") or (c = "z")', '(a = "x") and (b = "y" or c = "z")'])('is written as it was read: %s', (feel) => {
    const groups = readGroups(feel);
    expect(groups && writeGroups(groups)).toBe(feel);
  });

  test.each(['a = "x" and (b = "y" or (c = "z" and a = "y"))', 'a + b = 3 or (a = "x" and b = "y")', 'a ='])(
    'of more levels, or with anything else in it, stays a text: %s',
    (feel) => expect(sayFeel(feel, { subjects })).toBeUndefined(),
  );
});

describe('The conditions of the shipped flows', () => {
  const folder = new URL('../../../../../processes/', import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.bpmn'));

  test.each(files)('%s: each can be clicked, and is written as it stands', async (name) => {
    const parsed = await parseDiagram(readFileSync(new URL(name, folder), 'utf8'));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed));
    const written = parsed.diagram.processes.flatMap(({ flows, fields }) => [
      ...flows.flatMap(({ condition }) => condition ?? []),
      ...fields.flatMap(({ showWhen }) => showWhen ?? []),
    ]);
    expect(written.length).toBeGreaterThan(0);
    const again = written.map((feel) => {
      const read = readCondition(feel);
      return read ? writeCondition(read) : `outside: ${feel}`;
    });
    expect(again).toEqual(written);
  });
});
