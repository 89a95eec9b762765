import { describe, expect, test } from '@jest/globals';
import {
  addInput,
  addOutput,
  putHit,
  putInput,
  putOutput,
  removeColumn,
} from '../../../../packages/modeler/src/studio/file/dmn/columns.ts';
import { freshDmn } from '../../../../packages/modeler/src/studio/file/dmn/fresh.ts';
import { type Grid, gridOf } from '../../../../packages/modeler/src/studio/file/dmn/grid.ts';
import { hitOf } from '../../../../packages/modeler/src/studio/file/dmn/hit.ts';
import { addRow, moveRow, putCell, removeRow } from '../../../../packages/modeler/src/studio/file/dmn/rows.ts';
import { decisionFile } from '../../../../packages/runtime/src/diagram/dmn/file.ts';

/** A file as another tool writes it, with much that the editor knows nothing of. */
const FOREIGN = `<?xml version="1.0" encoding="UTF-8"?>
<!-- kept by the finance office -->
<dmn:definitions xmlns:dmn="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:x="urn:x" id="d" name='审批' namespace="urn:d" x:tool="7">
  <dmn:inputData id="in" name="amount"/>
  <dmn:decision id="who" name="who">
    <dmn:extensionElements><x:note colour="red">a &amp; b</x:note></dmn:extensionElements>
    <dmn:decisionTable id="t" hitPolicy="UNIQUE" x:width="3">
      <dmn:input id="i1" label="Amount" x:width="120"><dmn:inputExpression id="e1" typeRef="number"><dmn:text>amount</dmn:text></dmn:inputExpression></dmn:input>
      <dmn:output id="o1" name="level" typeRef="string"/>
      <dmn:annotation name="why"/>
      <dmn:rule id="r1">
        <dmn:description>first</dmn:description>
        <dmn:inputEntry id="c1"><dmn:text><![CDATA[< 10]]></dmn:text></dmn:inputEntry>
        <dmn:outputEntry id="c2"><dmn:text>"head"</dmn:text></dmn:outputEntry>
        <dmn:annotationEntry><dmn:text>by decree</dmn:text></dmn:annotationEntry>
      </dmn:rule>
      <dmn:rule id="r2">
        <dmn:inputEntry id="c3"><dmn:text/></dmn:inputEntry>
        <dmn:outputEntry id="c4"/>
        <dmn:annotationEntry><dmn:text>else</dmn:text></dmn:annotationEntry>
      </dmn:rule>
    </dmn:decisionTable>
  </dmn:decision>
</dmn:definitions>
`;

const open = (source: string): Grid => {
  const grid = gridOf(source);
  if (!grid) throw new Error(`no table in ${source}`);
  return grid;
};
const cells = (source: string) => open(source).rows.map((row) => [...row.inputs, ...row.outputs].map(({ text }) => text).join(' | '));

/** The file as the runtime reads it, which must find nothing wrong with how it is built. */
async function runs(source: string) {
  const { faults, decisions } = await decisionFile('t', { zh: '' }, source);
  expect(faults).toEqual([]);
  const logic = decisions[0]?.logic;
  return logic?.kind === 'table' ? logic : undefined;
}

/** What stands in one and not in the other, around what both have at their ends. */
function difference(one: string, other: string): readonly [string, string] {
  let from = 0;
  while (from < Math.min(one.length, other.length) && one[from] === other[from]) from += 1;
  let back = 0;
  while (back < Math.min(one.length, other.length) - from && one.at(-1 - back) === other.at(-1 - back)) back += 1;
  return [one.slice(from, one.length - back), other.slice(from, other.length - back)];
}

describe('a file of another tool', () => {
  test('is read with its columns, rows and policy', () => {
    const grid = open(FOREIGN);
    expect([grid.decision, grid.hit, grid.inputs.map(({ asks, type }) => [asks, type]), grid.outputs.map(({ name }) => name)]).toEqual([
      'who',
      { policy: 'UNIQUE', aggregation: '' },
      [['amount', 'number']],
      ['level'],
    ]);
    expect(cells(FOREIGN)).toEqual(['< 10 | "head"', ' | ']);
  });

  test('a cell is changed, and nothing else, to the byte', () => {
    const at = { row: 0, part: 'inputs' as const, column: 0 };
    expect(difference(FOREIGN, putCell(open(FOREIGN), at, '< 20'))).toEqual(['<![CDATA[< 10]]>', '&lt; 20']);
    expect(difference(FOREIGN, putCell(open(FOREIGN), { row: 1, part: 'inputs', column: 0 }, '>= "&"'))).toEqual([
      '/',
      '>>= "&amp;"</dmn:text',
    ]);
    const empty = putCell(open(FOREIGN), { row: 1, part: 'outputs', column: 0 }, '"boss"');
    expect(difference(FOREIGN, empty)).toEqual(['/', '><dmn:text>"boss"</dmn:text></dmn:outputEntry']);
    expect(cells(empty)).toEqual(['< 10 | "head"', ' | "boss"']);
  });

  test('what is put back is the file as it was', () => {
    const changed = putCell(open(FOREIGN), { row: 0, part: 'outputs', column: 0 }, '"boss"');
    expect(putCell(open(changed), { row: 0, part: 'outputs', column: 0 }, '"head"')).toBe(FOREIGN);
    expect(removeRow(open(addRow(open(FOREIGN), 0)), 1)).toBe(FOREIGN);
    expect(removeColumn(open(addInput(open(FOREIGN), { label: '类别', asks: 'kind', type: 'string' })), 'inputs', 1)).toBe(FOREIGN);
    expect(removeColumn(open(addOutput(open(FOREIGN), { name: 'limit', label: '限额', type: 'number' })), 'outputs', 1)).toBe(FOREIGN);
    expect(moveRow(open(moveRow(open(FOREIGN), 0, 1)), 1, -1)).toBe(FOREIGN);
    expect(putHit(open(putHit(open(FOREIGN), hitOf('sum'))), hitOf('unique'))).toBe(FOREIGN);
  });

  test('rows, columns and the policy are changed where they stand, and the runtime reads them', async () => {
    let source = addInput(open(FOREIGN), { label: '类别', asks: 'kind', type: 'string' });
    source = putCell(open(source), { row: 0, part: 'inputs', column: 1 }, '"travel"');
    source = addOutput(open(source), { name: 'limit', label: '限额', type: 'number' });
    source = putCell(open(source), { row: 0, part: 'outputs', column: 1 }, '500');
    source = addRow(open(source), -1);
    source = addRow(open(source), 2);
    source = putHit(open(source), hitOf('first'));
    expect(cells(source)).toEqual(['- | - |  | ', '< 10 | "travel" | "head" | 500', ' | - |  | ', '- | - |  | ']);
    const table = await runs(source);
    expect(table).toMatchObject({ hitPolicy: 'FIRST', inputs: [{ expression: 'amount' }, { expression: 'kind', label: '类别' }] });
    expect(table?.rules[1]).toEqual({ inputs: ['< 10', '"travel"'], outputs: ['"head"', '500'] });
    for (const kept of [
      '<!-- kept by the finance office -->',
      'x:tool="7"',
      '<x:note colour="red">a &amp; b</x:note>',
      'by decree',
      '<dmn:description>first',
    ])
      expect(source).toContain(kept);
    expect(new Set([...source.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)).size).toBe([...source.matchAll(/ id="/g)].length);
    expect(cells(moveRow(open(source), 1, -1))[0]).toBe('< 10 | "travel" | "head" | 500');
    expect(cells(removeRow(open(source), 1))).toHaveLength(3);
  });

  test('a column is asked and named otherwise, and its cells stay', async () => {
    let source = putInput(open(FOREIGN), 0, { label: '金额', asks: 'sum', type: '' });
    source = putOutput(open(source), 0, { name: 'field_3', label: '谁', type: 'string' });
    expect(source).toContain('<dmn:input id="i1" label="金额" x:width="120"><dmn:inputExpression id="e1"><dmn:text>sum</dmn:text>');
    expect(cells(source)).toEqual(cells(FOREIGN));
    expect((await runs(source))?.outputs).toMatchObject([{ name: 'field_3', label: '谁' }]);
  });
});

test('a new table is begun empty and filled in', async () => {
  let source = freshDmn('谁来批 <1> & "2"');
  expect(open(source)).toMatchObject({ name: '谁来批 <1> & "2"', inputs: [], outputs: [], rows: [], hit: { policy: 'FIRST' } });
  source = addOutput(open(source), { name: 'level', label: '级别', type: 'string' });
  source = addInput(open(source), { label: '金额', asks: 'amount', type: 'number' });
  source = addRow(open(source), -1);
  source = addRow(open(source), 0);
  source = putCell(open(source), { row: 0, part: 'inputs', column: 0 }, '> 5');
  source = putCell(open(source), { row: 0, part: 'outputs', column: 0 }, '"<a> & b"');
  expect(cells(source)).toEqual(['> 5 | "<a> & b"', '- | ']);
  expect((await runs(source))?.rules[0]).toEqual({ inputs: ['> 5'], outputs: ['"<a> & b"'] });
  // Each on a line of its own.
  expect(source.split('\n').filter((line) => /^ {4,6}<(input|output|rule|decisionTable) /.test(line))).toHaveLength(5);
});

test('which decision is meant is told by its id, else it is the one that no other needs; what is no table is not opened', () => {
  const decision = (id: string, inner: string): string => `<decision id="${id}" name="${id}">${inner}</decision>`;
  const table = '<decisionTable><input><inputExpression><text>a</text></inputExpression></input></decisionTable>';
  const file = (...decisions: readonly string[]): string =>
    `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">${decisions.join('')}</definitions>`;
  const need = '<informationRequirement><requiredDecision href="#one"/></informationRequirement>';
  expect(gridOf(file(decision('one', table), decision('two', need + table)))?.decision).toBe('two');
  expect(gridOf(file(decision('one', table), decision('two', need + table)), 'one')?.decision).toBe('one');
  expect(gridOf(file(decision('one', table), decision('two', table)))).toBeUndefined();
  expect(gridOf(file(decision('one', '<literalExpression><text>1</text></literalExpression>')))).toBeUndefined();
  expect(gridOf(file(decision('one', '<decisionTable/>')))).toBeUndefined();
  for (const other of ['', '<html/>', 'hello']) expect(gridOf(other)).toBeUndefined();
});
