import { expect, test } from '@jest/globals';
import { tryOut } from '../../../packages/runtime/src/diagram/dmn/tryOut.ts';
import { id, type Instant } from '../../../packages/runtime/src/words/ids.ts';
import { dmn, tableDecision } from './dmnFile.ts';

const at: Instant = id('2026-11-24T01:00:00.000Z');
const file = (...rows: readonly string[]): string => dmn(tableDecision('t', { inputs: ['a', 'd:date'], outputs: ['x'], rows }));

test('values are tried on a table: the answer and the rows that apply', async () => {
  const tried = await tryOut(file('< 10|-|"small"', '>= 10|< today()|"large"'), '', { context: { a: 12, d: '2026-11-23' }, at });
  expect(tried).toEqual({ faults: [], cells: [], decided: { ok: true, value: 'large', rules: [2] } });
});

test('two rows where only one may apply are told', async () => {
  const tried = await tryOut(file('< 10|-|"small"', '-|-|"large"'), 't', { context: { a: 1 }, at });
  expect(tried.decided).toMatchObject({ ok: false, rules: [1, 2] });
});

test('each cell that cannot be read is told with its place', async () => {
  const tried = await tryOut(file('"a|-|1', '-|-|1 +', '-|-|'), '', { context: {}, at });
  expect(tried.decided).toBeUndefined();
  expect(tried.faults.length).toBeGreaterThan(0);
  expect(tried.cells.map(({ row, part, column }) => [row, part, column])).toEqual([
    [0, 'inputs', 0],
    [1, 'outputs', 0],
  ]);
  for (const { what } of tried.cells) expect(what.zh).not.toContain('_asked_');
});

test('a file that is none is told', async () => {
  expect((await tryOut('hello', '', { context: {}, at })).faults).toHaveLength(1);
});

test('a cell that reads a name that nobody gives is told, where the names are known', async () => {
  const table = file('< limit|-|1', '大于 5|-|b + 1', '? > a|-|2');
  const given = { context: {}, at };
  expect((await tryOut(table, '', given)).cells).toEqual([]);
  const { cells } = await tryOut(table, '', { ...given, known: new Set(['a', 'd', 'b']) });
  expect(cells.map(({ row, part, what }) => [row, part, what.zh])).toEqual([
    [0, 'inputs', '表单中没有“limit”这一项'],
    [1, 'inputs', '表单中没有“大于 5”这一项'],
  ]);
});
