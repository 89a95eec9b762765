import { describe, expect, test } from '@jest/globals';
import { decide } from '../../../packages/runtime/src/diagram/dmn/decide.ts';
import { decisionFile } from '../../../packages/runtime/src/diagram/dmn/file.ts';
import { overlaps } from '../../../packages/runtime/src/diagram/dmn/overlaps.ts';
import { id, type Instant } from '../../../packages/runtime/src/words/ids.ts';
import type { Data, Json } from '../../../packages/runtime/src/words/json.ts';
import { decision, dmn, expression, type Sheet, tableDecision } from './dmnFile.ts';

const AT: Instant = id('2026-11-24T01:00:00.000Z');

async function decided(file: string, given: Data, of?: string) {
  const read = await decisionFile('t', { zh: '表' }, file);
  expect(read.faults).toEqual([]);
  const asked = read.decisions.find((one) => (of ? one.id === of : true));
  if (!asked) throw new Error('no decision');
  return decide(read, asked, { context: given, at: AT });
}

const inSheet = (sheet: Sheet, given: Data) => decided(dmn(tableDecision('t', sheet)), given);
const valueIn = async (sheet: Sheet, given: Data): Promise<Json | readonly number[]> => {
  const result = await inSheet(sheet, given);
  return result.ok ? result.value : result.rules;
};

/** One column of amounts and overlapping rules: 3 hits the first, 7 the first two, 20 the last two. */
const rows = ['< 10|"a"', '[5..30]|"b"', '> 15|"c"'];
const sheet = (hit: string, output = 'x', put?: string): Sheet => ({
  inputs: ['amount:number'],
  rows,
  hit,
  outputs: [output],
  ...(put ? { put } : {}),
});
const PRIORITIES = 'x of "c", "b", "a"';

describe('hit policies', () => {
  test('unique: the one rule that hits; two at once contradict', async () => {
    expect(await valueIn(sheet('UNIQUE'), { amount: 3 })).toBe('a');
    const two = await inSheet(sheet('UNIQUE'), { amount: 7 });
    expect(two).toMatchObject({ ok: false, rules: [1, 2], reason: { zh: expect.stringContaining('第 1、2 行') } });
  });

  test('unique is what a table is that names no policy', async () => {
    const { hit: _, ...plain } = sheet('');
    expect(await valueIn(plain, { amount: 7 })).toEqual([1, 2]);
  });

  test('any: several may hit, if they say the same', async () => {
    const same = { ...sheet('ANY'), rows: ['< 10|"a"', '[5..30]|"a"', '> 15|"c"'] };
    expect(await valueIn(same, { amount: 7 })).toBe('a');
    expect(await valueIn(same, { amount: 20 })).toEqual([2, 3]);
  });

  test('first: the first rule that hits', async () => {
    expect(await valueIn(sheet('FIRST'), { amount: 7 })).toBe('a');
    expect(await valueIn(sheet('FIRST'), { amount: 20 })).toBe('b');
  });

  test('priority: the answer that stands first among the output values', async () => {
    expect(await valueIn(sheet('PRIORITY', PRIORITIES), { amount: 7 })).toBe('b');
    expect(await valueIn(sheet('PRIORITY', PRIORITIES), { amount: 20 })).toBe('c');
  });

  test('priority over several outputs: the first counts most, then the next', async () => {
    const two: Sheet = {
      hit: 'PRIORITY',
      inputs: ['amount:number'],
      outputs: ['level of "high", "low"', 'days of 1, 5'],
      rows: ['> 1|"low"|1', '> 2|"high"|5', '> 3|"high"|1'],
    };
    expect(await valueIn(two, { amount: 9 })).toEqual({ level: 'high', days: 1 });
    expect(await valueIn(two, { amount: 3 })).toEqual({ level: 'high', days: 5 });
  });

  test('rule order: all answers in the order of the rules', async () => {
    expect(await valueIn(sheet('RULE ORDER'), { amount: 20 })).toEqual(['b', 'c']);
  });

  test('output order: all answers in the order of the output values', async () => {
    expect(await valueIn(sheet('OUTPUT ORDER', PRIORITIES), { amount: 20 })).toEqual(['c', 'b']);
    expect(await valueIn(sheet('OUTPUT ORDER', PRIORITIES), { amount: 7 })).toEqual(['b', 'a']);
  });

  test('collect: all answers, their sum, least, greatest and number', async () => {
    const numbers = (put?: string): Sheet => ({ ...sheet('COLLECT', 'x', put), rows: ['< 10|4', '[5..30]|10', '> 15|10'] });
    expect(await valueIn(numbers(), { amount: 20 })).toEqual([10, 10]);
    expect(await valueIn(numbers('SUM'), { amount: 7 })).toBe(14);
    expect(await valueIn(numbers('MIN'), { amount: 7 })).toBe(4);
    expect(await valueIn(numbers('MAX'), { amount: 7 })).toBe(10);
    expect(await valueIn(numbers('COUNT'), { amount: 20 })).toBe(2);
    const words = await inSheet({ ...numbers('SUM'), rows: ['< 10|4', '[5..30]|"many"'] }, { amount: 7 });
    expect(words).toMatchObject({ ok: false, rules: [1, 2] });
  });

  test.each(['UNIQUE', 'ANY', 'FIRST', 'PRIORITY', 'RULE ORDER', 'OUTPUT ORDER', 'COLLECT'])('%s: no rule hits: null', async (hit) => {
    expect(await valueIn({ ...sheet(hit, PRIORITIES), rows: ['< 0|"a"'] }, { amount: 1 })).toBeNull();
    expect(await valueIn({ ...sheet(hit, `${PRIORITIES} else "b"`), rows: ['< 0|"a"'] }, { amount: 1 })).toBe('b');
  });

  test('nothing counted is 0', async () => {
    expect(await valueIn({ ...sheet('COLLECT', 'x', 'COUNT'), rows: ['< 0|1'] }, { amount: 1 })).toBe(0);
  });
});

describe('cells', () => {
  const hit = async (cell: string, value: Json, about = 'v', also: Data = {}): Promise<boolean> =>
    (await valueIn({ hit: 'FIRST', inputs: [about], outputs: ['x'], rows: [`${cell}|true`, '-|false'] }, { v: value, ...also })) === true;

  test.each<[string, Json, boolean]>([
    ['-', 1, true],
    ['', 'x', true],
    ['"a","b"', 'b', true],
    ['"a","b"', 'c', false],
    ['not("a","b")', 'b', false],
    ['not("a","b")', 'c', true],
    ['[1..3]', 3, true],
    ['[1..3)', 3, false],
    [']1..3]', 1, false],
    ['>= 2', 2, true],
    ['> 2', 2, false],
    ['> 2', 'two', false],
    ['> 2', null, false],
    ['null', null, true],
    ['null', 0, false],
    ['-5', -5, true],
    ['true', true, true],
    ['false', false, true],
    ['false', true, false],
    ['? > 2 and ? < 5', 3, true],
    ['? > 2 and ? < 5', 5, false],
    ['contains(?, "局")', '市局', true],
    ['list contains(?, "a")', ['b', 'a'], true],
    ['1 + 1', 2, true],
    ['"高","中"', '中', true],
  ])('%s of %j: %j', async (cell, value, expected) => {
    expect(await hit(cell, value)).toBe(expected);
  });

  test('other data: a value, a list of values, a condition beside the value', async () => {
    expect(await hit('limit', 3, 'v', { limit: 3 })).toBe(true);
    expect(await hit('< limit', 2, 'v', { limit: 3 })).toBe(true);
    expect(await hit('allowed', 2, 'v', { allowed: [1, 2] })).toBe(true);
    expect(await hit('limit > 2', 'anything', 'v', { limit: 3 })).toBe(true);
    expect(await hit('limit > 2', false, 'v', { limit: 3 })).toBe(false);
  });

  test('dates are kept as text and compared as dates', async () => {
    expect(await hit('< date("2026-03-01")', '2026-02-28', 'v:date')).toBe(true);
    expect(await hit('[date("2026-03-01")..date("2026-03-31")]', '2026-04-01', 'v:date')).toBe(false);
    expect(await hit('date("2026-03-01")', '2026-03-01', 'v:date')).toBe(true);
  });

  test('an input is an expression; several columns must all be met', async () => {
    const about: Sheet = { inputs: ['a + b', 'kind'], outputs: ['x'], rows: ['> 5|"k"|"yes"', '> 5|not("k")|"no"'] };
    expect(await valueIn(about, { a: 3, b: 3, kind: 'k' })).toBe('yes');
    expect(await valueIn(about, { a: 3, b: 3, kind: 'l' })).toBe('no');
    expect(await valueIn(about, { a: 1, b: 3, kind: 'k' })).toBeNull();
  });

  test('answers are calculated; several are a context; an empty one is null', async () => {
    const two: Sheet = { inputs: ['a'], outputs: ['level', 'days else 9'], rows: ['1|"x"|a + 1', '2|"y"|'] };
    expect(await valueIn(two, { a: 1 })).toEqual({ level: 'x', days: 2 });
    expect(await valueIn(two, { a: 2 })).toEqual({ level: 'y', days: null });
    expect(await valueIn(two, { a: 3 })).toEqual({ level: null, days: 9 });
  });

  test('a value that the column does not allow, and an answer that is not listed, decide nothing', async () => {
    const about: Sheet = { inputs: ['kind of "a","b"'], outputs: ['x of "yes","no"'], rows: ['"a"|"yes"', '"b"|answer'] };
    expect(await inSheet(about, { kind: 'c' })).toMatchObject({ ok: false, rules: [] });
    expect(await inSheet(about, { kind: 'b', answer: 'perhaps' })).toMatchObject({ ok: false, rules: [2] });
    expect(await valueIn(about, { kind: 'b', answer: 'no' })).toBe('no');
  });

  test('a cell that cannot be worked out names its rule', async () => {
    const long = Array.from({ length: 1001 }, () => 1);
    expect(await inSheet({ inputs: ['a'], outputs: ['x'], rows: ['2|1', 'count(long)|2'] }, { a: 1, long })).toMatchObject({
      ok: false,
      rules: [2],
    });
  });
});

describe('decisions that need each other', () => {
  const season = tableDecision('season', { inputs: ['month'], outputs: ['s'], rows: ['[6..8]|"summer"', 'not([6..8])|"rest"'] });

  test('what is needed is decided first and read by its name', async () => {
    const dish = tableDecision(
      'dish',
      { inputs: ['season', 'guests'], outputs: ['d'], rows: ['"summer"|-|"salad"', '"rest"|> 8|"stew"'] },
      ['season'],
    );
    const total = expression('total', 'dish + " for " + string(guests)', ['dish']);
    expect(await decided(dmn(total, dish, season), { month: 7, guests: 2 }, 'total')).toMatchObject({ ok: true, value: 'salad for 2' });
    expect(await decided(dmn(season, dish), { month: 1, guests: 9 }, 'dish')).toMatchObject({ ok: true, value: 'stew' });
  });

  test('what it needs cannot be decided: neither can it', async () => {
    const dish = expression('dish', 'season', ['season']);
    const both = tableDecision('season', { inputs: ['month'], outputs: ['s'], rows: ['1|"a"', '1|"b"'] });
    expect(await decided(dmn(both, dish), { month: 1 }, 'dish')).toMatchObject({ ok: false, decision: 'season', rules: [1, 2] });
  });
});

describe('what is refused', () => {
  const faultsOf = async (file: string): Promise<string> => {
    const { faults } = await decisionFile('t', { zh: '表' }, file);
    for (const { zh, en } of faults) for (const words of [zh, en]) expect(words).toMatch(/\S/);
    return faults.map(({ en }) => en).join('\n');
  };
  const one = (row: string, more: Partial<Sheet> = {}): string =>
    dmn(tableDecision('t', { inputs: ['a'], outputs: ['x'], rows: [row], ...more }));

  test.each<[string, string, RegExp]>([
    ['no XML', 'hello', /Not a DMN file/],
    ['another XML', '<html/>', /Not a DMN file|no decision/],
    ['a document type', `<!DOCTYPE x>${dmn(expression('t', '1'))}`, /DOCTYPE/],
    ['no decision', dmn(), /no decision/],
    ['an unreadable test', one('"a|1'), /rule 1, “a”/],
    ['an unreadable answer', one('1|1 +'), /rule 1, “x”/],
    ['an unreadable input', one('1|1', { inputs: ['a +'] }), /input/],
    ['a pattern that could run for ever', one('matches(?, "(a+)+$")|1'), /pattern/],
    ['a sum over several outputs', one('1|1|2', { outputs: ['x', 'y'], hit: 'COLLECT', put: 'SUM' }), /several outputs/],
    ['a priority without an order', one('1|1', { hit: 'PRIORITY' }), /order of its output values/],
    ['an unknown policy', one('1|1', { hit: 'SOME' }), /hit policy SOME/],
    ['too few cells', one('1'), /number of cells/],
    ['two answers of one name', one('1|1|2', { outputs: ['x', 'x'] }), /name of its own/],
    ['a reserved name', one('1|1|2', { outputs: ['x', '__proto__'] }), /name of its own/],
    ['too many rules', one('1|1', { rows: Array.from({ length: 1001 }, () => '1|1') }), /more than 1000 rules/],
    ['another logic', decisionOf('<invocation/>'), /not supported/],
    ['another language', decisionOf('<literalExpression expressionLanguage="javascript"><text>1</text></literalExpression>'), /only FEEL/],
    ['what is needed and not there', dmn(expression('t', '1', ['gone'])), /not in the file/],
    ['a circle', dmn(expression('t', 'u', ['u']), expression('u', 't', ['t'])), /in a circle/],
    ['what is needed and has no name', dmn(expression('t', '1', ['u-v']), expression('u-v', '1')), /letters, digits/],
  ])('%s', async (_, file, fault) => {
    expect(await faultsOf(file)).toMatch(fault);
  });

  function decisionOf(logic: string): string {
    return dmn(decision('t', logic));
  }

  test('files of the versions before and after are read alike', async () => {
    for (const version of ['http://www.omg.org/spec/DMN/20180521/MODEL/', 'https://www.omg.org/spec/DMN/20230324/MODEL/']) {
      const file = one('1|"x"').replace('https://www.omg.org/spec/DMN/20191111/MODEL/', version);
      expect(await decided(file, { a: 1 })).toEqual({ ok: true, value: 'x', rules: [1] });
    }
  });
});

describe('rules that overlap', () => {
  const pairs = async (...rows: readonly string[]) => {
    const { decisions } = await decisionFile('t', { zh: '' }, dmn(tableDecision('t', { inputs: ['a', 'b'], outputs: ['x'], rows })));
    const logic = decisions[0]?.logic;
    return logic?.kind === 'table' ? overlaps(logic) : [];
  };

  test('numbers, texts and what takes any value', async () => {
    expect(await pairs('< 10|-|1', '[5..30]|-|2', '> 30|-|3')).toEqual([[1, 2]]);
    expect(await pairs('< 10|"k"|1', '< 10|"l"|2', '>= 10|"k"|3')).toEqual([]);
    expect(await pairs('< 10|"k"|1', '-|not("l")|2')).toEqual([[1, 2]]);
    expect(await pairs('> 5|-|1', '< 6|-|2')).toEqual([[1, 2]]);
    expect(await pairs('> 5|-|1', '<= 5|-|2')).toEqual([]);
  });

  test('cells that read data are not judged', async () => {
    expect(await pairs('< limit|-|1', '< 10|-|2')).toEqual([]);
  });
});
