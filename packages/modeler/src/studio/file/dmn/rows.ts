import { asText } from '../xml/references.ts';
import { type Edit, edited, freshIds, leadOf, putText, without, written } from './edit.ts';
import type { Grid, Row } from './grid.ts';

/** Which cell: of a row from 0, in the columns that are asked or those that are answered. */
export interface Place {
  readonly row: number;
  readonly part: 'inputs' | 'outputs';
  readonly column: number;
}

/** The file with another text in one cell. A row that has too few cells gets those before it, too. */
export function putCell(grid: Grid, { row: number, part, column }: Place, text: string): string {
  const row = grid.rows[number];
  if (!row) return grid.source;
  const cell = row[part][column];
  if (cell) return edited(grid.source, [putText(grid.source, cell.at, text)]);
  const id = freshIds(grid.source);
  const missing = Array.from({ length: column - row[part].length + 1 }, (_, index) => {
    const last = index === column - row[part].length;
    return entry(grid, part, { text: last ? text : blank(part), id: id('cell') });
  });
  return edited(grid.source, [{ ...behind(row, part), text: missing.join('') }]);
}

/** The file with a row that applies to everything and answers nothing, behind this one; −1: as the first. */
export function addRow(grid: Grid, after: number): string {
  const { source, table, rows, inputs, outputs } = grid;
  const id = freshIds(source);
  const cells = [
    ...inputs.map(() => entry(grid, 'inputs', { text: blank('inputs'), id: id('cell') })),
    ...outputs.map(() => entry(grid, 'outputs', { text: blank('outputs'), id: id('cell') })),
  ];
  // Never written as one closed tag: cells of columns that come later stand inside.
  const row = written(table, 'rule', { inner: cells.join('') || ' ', attributes: [['id', id('row')]] });
  const before = rows[after]?.at ?? grid.outputs.at(-1)?.at ?? grid.inputs.at(-1)?.at;
  const at = rows[after]?.at.to ?? rows[0]?.at.from ?? table.tailFrom;
  const lead = before ? leadOf(source, before) : '';
  if (rows[after]) return edited(source, [{ from: at, to: at, text: `${lead}${row}` }]);
  if (rows[0]) return edited(source, [{ from: at, to: at, text: `${row}${leadOf(source, rows[0].at)}` }]);
  const end = at - closing(source, at).length;
  return edited(source, [{ from: end, to: end, text: `${lead}${row}` }]);
}

/** The file without a row. */
export const removeRow = (grid: Grid, row: number): string =>
  edited(
    grid.source,
    grid.rows.slice(row, row + 1).map(({ at }) => without(grid.source, at)),
  );

/** The file with two neighbouring rows in each other's place. */
export function moveRow(grid: Grid, row: number, by: -1 | 1): string {
  const [one, other] = [grid.rows[row]?.at, grid.rows[row + by]?.at];
  if (!one || !other) return grid.source;
  const text = ({ from, to }: { readonly from: number; readonly to: number }): string => grid.source.slice(from, to);
  return edited(grid.source, [
    { from: one.from, to: one.to, text: text(other) },
    { from: other.from, to: other.to, text: text(one) },
  ]);
}

/** A cell of a new column, for each row. */
export function newCells(grid: Grid, part: Place['part'], id: (word: string) => string): readonly Edit[] {
  return grid.rows
    .filter(({ at }) => at.headTo < at.to)
    .map((row) => ({ ...behind(row, part), text: entry(grid, part, { text: blank(part), id: id('cell') }) }));
}

/** Any value is met by “-”; an answer that is not given yet is empty. */
const blank = (part: Place['part']): string => (part === 'inputs' ? '-' : '');

const entry = ({ table }: Grid, part: Place['part'], { text, id }: { readonly text: string; readonly id: string }): string =>
  written(table, part === 'inputs' ? 'inputEntry' : 'outputEntry', {
    inner: written(table, 'text', { inner: asText(text) }),
    attributes: [['id', id]],
  });

/** Where the next cell of a row stands: behind its last, else where the row begins. */
function behind({ at, inputs, outputs }: Row, part: Place['part']): { readonly from: number; readonly to: number } {
  const last = part === 'inputs' ? inputs.at(-1) : (outputs.at(-1) ?? inputs.at(-1));
  const place = last?.at.to ?? at.headTo;
  return { from: place, to: place };
}

/** The line break and blanks before a closing tag. */
const closing = (source: string, at: number): string => /\r?\n[ \t]*$/.exec(source.slice(0, at))?.[0] ?? '';
