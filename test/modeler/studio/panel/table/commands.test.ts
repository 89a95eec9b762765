import { describe, expect, test } from '@jest/globals';
import { subjectOf } from '../../../../../packages/modeler/src/studio/panel/condition/subjects.ts';
import { fieldsOf } from '../../../../../packages/modeler/src/studio/panel/form/fieldPlain.ts';
import { usesOf, usesOfAnswer } from '../../../../../packages/modeler/src/studio/panel/form/uses.ts';
import { answerField } from '../../../../../packages/modeler/src/studio/panel/table/answerField.ts';
import { addInput, putHit, putOutput, removeColumn } from '../../../../../packages/modeler/src/studio/file/dmn/columns.ts';
import { gridOf } from '../../../../../packages/modeler/src/studio/file/dmn/grid.ts';
import { hitOf } from '../../../../../packages/modeler/src/studio/file/dmn/hit.ts';
import { addRow, putCell } from '../../../../../packages/modeler/src/studio/file/dmn/rows.ts';
import { ruleAt, tablesAt, takeTable } from '../../../../../packages/modeler/src/studio/panel/table/tables.ts';
import {
  makeTable,
  putColumns,
  putSource,
  putTableName,
  type TablePlace,
  targetsAt,
} from '../../../../../packages/modeler/src/studio/panel/table/tableCommands.ts';
import { withAnswer } from '../../../../../packages/modeler/src/studio/panel/table/withAnswer.ts';
import { processOf } from '../../../../../packages/modeler/src/studio/file/process.ts';
import { processFile, words } from '../../../../runtime/diagram/bpmn.ts';
import { dmn, tableDecision } from '../../../../runtime/diagram/dmnFile.ts';
import { type Desk, openDesk } from '../desk.ts';

// The test environment has none of its own; the vocabulary is plain JSON.
globalThis.structuredClone ??= ((value: unknown) => JSON.parse(JSON.stringify(value)) as unknown) as typeof structuredClone;

const FORM = `<gc:form>
  <gc:field key="amount" name="金额" type="money"/>
  <gc:field key="level" name="由谁批准" type="choice"><gc:option value="head" name="科室领导"/></gc:field>
  <gc:field key="limit" name="限额" type="number"/>
</gc:form>`;

const desk = (): Promise<Desk> => openDesk(processFile(`${words(FORM)}<businessRuleTask id="t" name="确定审批人"/>`));

/** The table of the step as it is now. */
function placeOf(at: Desk): TablePlace {
  const element = at.drawn('t');
  const table = tablesAt(element).find(({ key }) => key === ruleAt(element)['table']);
  const grid = table && gridOf(table.xml, String(ruleAt(element)['decision'] ?? ''));
  if (!table || !grid) throw new Error('no table');
  return { modeler: at, element, table, grid };
}

function fieldNamed(at: Desk, key: string) {
  const process = processOf(at.drawn('t'));
  const field = process && fieldsOf(process).find((one) => one.key === key);
  if (!field) throw new Error(`no field ${key}`);
  return subjectOf(field);
}

/** A column more for the answer to a field. */
function answer(at: Desk, key: string): void {
  const place = placeOf(at);
  const targets = targetsAt(place);
  putColumns(place, { source: withAnswer(place.grid, targets, { subject: fieldNamed(at, key) }), targets: [...targets, key] });
}

const job = async (at: Desk) => (await at.model()).processes[0]?.elements[0]?.job;
const tables = async (at: Desk) => (await at.model()).processes[0]?.tables;

/** A table of one condition, one answer and one row. */
async function made(): Promise<Desk> {
  const at = await desk();
  makeTable(at, at.drawn('t'), '审批权限');
  putSource(placeOf(at), addInput(placeOf(at).grid, { label: '金额', asks: 'amount', type: 'number' }));
  answer(at, 'level');
  putSource(placeOf(at), addRow(placeOf(at).grid, -1));
  putSource(placeOf(at), putCell(placeOf(at).grid, { row: 0, part: 'outputs', column: 0 }, '"head"'));
  return at;
}

describe('a table that is made in the panel', () => {
  test('is a table that the runtime decides by, each change one step of undo', async () => {
    const at = await made();
    expect(at.steps()).toBe(5);
    expect(await job(at)).toEqual({
      type: 'decide',
      table: 'table_1',
      required: true,
      input: [],
      output: [{ from: 'result', to: 'level' }],
    });
    expect(await tables(at)).toMatchObject([
      { key: 'table_1', name: { zh: '审批权限' }, faults: [], decisions: [{ logic: { hitPolicy: 'FIRST' } }] },
    ]);
    const text = placeOf(at).grid.source;
    for (let step = 0; step < 5; step += 1) at.undo();
    expect([tablesAt(at.drawn('t')), ruleAt(at.drawn('t'))]).toEqual([[], {}]);
    for (let step = 0; step < 5; step += 1) at.redo();
    expect(placeOf(at).grid.source).toBe(text);
  });

  test('the same text is no step of undo', async () => {
    const at = await made();
    putSource(placeOf(at), placeOf(at).grid.source);
    expect(at.steps()).toBe(5);
  });

  test('can be called otherwise, in either language', async () => {
    const at = await made();
    putTableName(placeOf(at), { language: 'zh', text: '报销权限' });
    putTableName(placeOf(at), { language: 'en', text: 'Who approves' });
    expect((await tables(at))?.[0]).toMatchObject({ name: { zh: '报销权限', en: 'Who approves' }, decisions: [{ name: '报销权限' }] });
    expect(at.steps()).toBe(7);
  });
});

describe('where the answers go', () => {
  test('a second answer: each goes to its field by its name, and back to one', async () => {
    const at = await made();
    answer(at, 'limit');
    expect(await job(at)).toMatchObject({
      output: [
        { from: 'level', to: 'level' },
        { from: 'limit', to: 'limit' },
      ],
    });
    expect((await tables(at))?.[0]?.faults).toEqual([]);
    expect(targetsAt(placeOf(at))).toEqual(['level', 'limit']);
    const place = placeOf(at);
    putColumns(place, { source: removeColumn(place.grid, 'outputs', 0), targets: ['limit'] });
    expect(await job(at)).toMatchObject({ output: [{ from: 'result', to: 'limit' }] });
    at.undo();
    expect(targetsAt(placeOf(at))).toEqual(['level', 'limit']);
  });

  test('a column is given to another field', async () => {
    const at = await made();
    const place = placeOf(at);
    putColumns(place, { source: putOutput(place.grid, 0, { name: 'limit', label: '限额', type: 'number' }), targets: ['limit'] });
    expect(await job(at)).toMatchObject({ output: [{ from: 'result', to: 'limit' }] });
  });

  test('of a list each answer is taken out of all rows, and out of one row as soon as only one counts', async () => {
    const at = await made();
    answer(at, 'limit');
    const list = placeOf(at);
    putColumns(list, { source: putHit(list.grid, hitOf('all')), targets: targetsAt(list) });
    expect(await job(at)).toMatchObject({
      output: [
        { from: 'result.level', to: 'level' },
        { from: 'result.limit', to: 'limit' },
      ],
    });
    const one = placeOf(at);
    putColumns(one, { source: putHit(one.grid, hitOf('first')), targets: targetsAt(one) });
    expect(await job(at)).toMatchObject({
      output: [
        { from: 'level', to: 'level' },
        { from: 'limit', to: 'limit' },
      ],
    });
  });

  test('a field that is new comes with its answer, in one step', async () => {
    const at = await made();
    const field = answerField(
      { name: '补助', type: 'choice', options: '有、没有，另议', language: 'zh' },
      new Set(['amount', 'level', 'limit']),
    );
    if (!field) throw new Error('no field');
    const place = placeOf(at);
    const targets = targetsAt(place);
    putColumns(place, { source: withAnswer(place.grid, targets, { subject: subjectOf(field) }), targets: [...targets, field.key], field });
    expect(at.steps()).toBe(6);
    const [process] = (await at.model()).processes;
    expect(process?.fields.at(-1)).toMatchObject({
      name: { zh: '补助' },
      options: [{ name: { zh: '有' } }, { name: { zh: '没有' } }, { name: { zh: '另议' } }],
    });
    expect(process?.tables?.[0]?.faults).toEqual([]);
    at.undo();
    expect((await at.model()).processes[0]?.fields).toHaveLength(3);
    expect(answerField({ name: ' ', type: 'text', options: '', language: 'zh' }, new Set())).toBeUndefined();
    expect(answerField({ name: '补助', type: 'choice', options: '、', language: 'zh' }, new Set())).toBeUndefined();
  });

  test('what the step takes besides stays', async () => {
    const at = await openDesk(
      processFile(
        `${words(FORM)}<businessRuleTask id="t">${words('<gc:rule table="x" into="level"/><gc:out from="result = null" to="unknown"/>')}</businessRuleTask>`,
      ),
    );
    takeTable(at, at.drawn('t'), {
      name: 'x',
      xml: dmn(tableDecision('who', { inputs: ['amount'], outputs: ['My level'], rows: ['-|"head"'] })),
    });
    expect(ruleAt(at.drawn('t'))).toEqual({ table: 'table_1', into: 'level' });
    answer(at, 'limit');
    expect((await tables(at))?.[0]?.faults).toEqual([]);
    expect(await job(at)).toMatchObject({
      output: [
        { from: 'level', to: 'level' },
        { from: 'limit', to: 'limit' },
        { from: 'result = null', to: 'unknown' },
      ],
    });
  });
});

test('an uploaded table whose answer is named after a field keeps it there', async () => {
  const at = await desk();
  const xml = dmn(tableDecision('who', { inputs: ['amount'], outputs: ['level'], rows: ['-|"head"'] }));
  takeTable(at, at.drawn('t'), { name: '上传的', xml });
  expect(ruleAt(at.drawn('t'))).toEqual({ table: 'table_1', into: 'level', required: true });
  takeTable(at, at.drawn('t'), { name: '另一张', xml: xml.replace('"level"', '"other"') });
  expect(ruleAt(at.drawn('t'))['into']).toBe('level');
});

test('a field that a table asks or fills is used there, and so is an answer that one of its cells compares with', async () => {
  const at = await made();
  putSource(placeOf(at), putCell(placeOf(at).grid, { row: 0, part: 'inputs', column: 0 }, '> 5'));
  const process = processOf(at.drawn('t'));
  if (!process) throw new Error('no process');
  const used = (key: string) => usesOf(process, key).map(({ what }) => what);
  expect([used('amount'), used('level'), used('limit')]).toEqual([['useTable'], ['useTable', 'useTable'], []]);
  expect(usesOfAnswer(process, 'level', 'head').map(({ what }) => what)).toEqual(['useTable']);
  expect(usesOfAnswer(process, 'level', 'boss')).toEqual([]);
});
