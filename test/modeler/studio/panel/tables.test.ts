/** @jest-environment jsdom */
import { expect, test } from '@jest/globals';
import { dmnFile } from '../../../../packages/modeler/src/studio/file/dmn/dmnFile.ts';
import { putRule, ruleAt, tablesAt, takeTable } from '../../../../packages/modeler/src/studio/panel/table/tables.ts';
import { processFile } from '../../../runtime/diagram/bpmn.ts';
import { dmn, tableDecision } from '../../../runtime/diagram/dmnFile.ts';
import { openDesk } from './desk.ts';

// jsdom has none of its own; the vocabulary is plain JSON.
globalThis.structuredClone ??= ((value: unknown) => JSON.parse(JSON.stringify(value)) as unknown) as typeof structuredClone;

const file = (...rows: readonly string[]): string =>
  dmn(tableDecision('level', { inputs: ['copies'], outputs: ['level'], rows })).replace('name="d"', 'name="审批级别"');

test('a file is told by its name and its decisions; what is no DMN is not taken', () => {
  expect(dmnFile(file('< 10|"a"', '|"b"'))).toEqual({ name: '审批级别', decisions: [{ id: 'level', name: 'level' }] });
  for (const other of ['', '<html/>', 'hello', processFile(''), `<!DOCTYPE x>${file()}`]) expect(dmnFile(other)).toBeUndefined();
});

test('a file is taken into the flow with one step of undo, the step decides by it, and the model reads it', async () => {
  const desk = await openDesk(processFile('<businessRuleTask id="t"/>'));
  const t = desk.drawn('t');
  takeTable(desk, t, { name: '审批级别', xml: file('< 10|"a"') });
  putRule(desk, t, { into: 'level' });
  expect(desk.steps()).toBe(2);
  expect(ruleAt(t)).toEqual({ table: 'table_1', into: 'level', required: true });
  const [process] = (await desk.model()).processes;
  expect(process?.elements[0]?.job).toMatchObject({ type: 'decide', table: 'table_1', output: [{ from: 'result', to: 'level' }] });
  expect(process?.tables).toMatchObject([{ key: 'table_1', name: { zh: '审批级别' }, faults: [], decisions: [{ id: 'level' }] }]);
  desk.undo();
  desk.undo();
  expect(tablesAt(t)).toEqual([]);
});

test('a file of the same name takes the place of the one before', async () => {
  const desk = await openDesk(processFile('<businessRuleTask id="t"/>'));
  const t = desk.drawn('t');
  takeTable(desk, t, { name: '审批级别', xml: file('< 10|"a"') });
  takeTable(desk, t, { name: '别的', xml: file('< 20|"a"') });
  takeTable(desk, t, { name: '审批级别', xml: file('< 30|"a"') });
  expect(tablesAt(t).map(({ key, name, xml }) => [key, name.zh, /&lt; (\d+)/.exec(xml)?.[1]])).toEqual([
    ['table_1', '审批级别', '30'],
    ['table_2', '别的', '20'],
  ]);
  expect(ruleAt(t)['table']).toBe('table_1');
});
