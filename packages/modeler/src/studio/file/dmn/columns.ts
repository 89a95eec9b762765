import { asText } from '../xml/references.ts';
import type { XmlElement } from '../xml/node.ts';
import { type Edit, edited, freshIds, leadOf, putText, putValue, without, written } from './edit.ts';
import { type Grid, partsOf, valueOf } from './grid.ts';
import type { Hit } from './hit.ts';
import { newCells } from './rows.ts';

/** What a column that is asked says of itself. */
export interface Asking {
  readonly label: string;
  readonly asks: string;
  readonly type: string;
}

/** What a column that is answered says of itself. */
export interface Answering {
  readonly name: string;
  readonly label: string;
  readonly type: string;
}

/** The file with one more column that is asked, behind the others. */
export function addInput(grid: Grid, asking: Asking): string {
  const id = freshIds(grid.source);
  return addColumn(
    grid,
    written(grid.table, 'input', {
      inner: expression(grid, asking, id),
      attributes: [
        ['id', id('input')],
        ['label', asking.label],
      ],
    }),
    {
      after: grid.inputs.at(-1)?.at,
      cells: newCells(grid, 'inputs', id),
    },
  );
}

/** The file with one more column that is answered, behind the others. */
export function addOutput(grid: Grid, { name, label, type }: Answering): string {
  const id = freshIds(grid.source);
  const attributes = [
    ['id', id('output')],
    ['name', name],
    ['label', label],
    ['typeRef', type],
  ] as const;
  return addColumn(grid, written(grid.table, 'output', { attributes }), {
    after: grid.outputs.at(-1)?.at ?? grid.inputs.at(-1)?.at,
    cells: newCells(grid, 'outputs', id),
  });
}

/** The file in which a column asks something else; its cells stay. */
export function putInput(grid: Grid, column: number, { label, asks, type }: Asking): string {
  const input = grid.inputs[column];
  if (!input) return grid.source;
  const asked = partsOf(input.at, 'inputExpression')[0];
  const edits = asked
    ? [putText(grid.source, asked, asks), ...putValue(asked, 'typeRef', type)]
    : [{ from: input.at.headTo, to: input.at.headTo, text: expression(grid, { label, asks, type }, freshIds(grid.source)) }];
  return edited(grid.source, [...edits, ...putValue(input.at, 'label', label)]);
}

/** The file in which a column that is answered is called otherwise; its cells stay. */
export function putOutput(grid: Grid, column: number, { name, label, type }: Answering): string {
  const at = grid.outputs[column]?.at;
  return at
    ? edited(grid.source, merged([...putValue(at, 'name', name), ...putValue(at, 'label', label), ...putValue(at, 'typeRef', type)]))
    : grid.source;
}

/** The file without a column and its cells. */
export function removeColumn(grid: Grid, part: 'inputs' | 'outputs', column: number): string {
  const cells = grid.rows.flatMap((row) => row[part][column]?.at ?? []);
  const all = [grid[part][column]?.at, ...cells].filter((at) => at !== undefined);
  return edited(
    grid.source,
    all.map((at) => without(grid.source, at)),
  );
}

/** The file in which other rows count. */
export const putHit = (grid: Grid, { policy, aggregation }: Hit): string =>
  edited(grid.source, merged([...putValue(grid.table, 'hitPolicy', policy), ...putValue(grid.table, 'aggregation', aggregation)]));

/** The file in which whatever was called so is called otherwise: the file itself and its decision. */
export const putName = (grid: Grid, was: string, name: string): string =>
  edited(
    grid.source,
    grid.named.filter((one) => valueOf(one, 'name') === was).flatMap((one) => putValue(one, 'name', name)),
  );

const expression = ({ table }: Grid, { asks, type }: Asking, id: (word: string) => string): string =>
  written(table, 'inputExpression', {
    inner: written(table, 'text', { inner: asText(asks) }),
    attributes: [
      ['id', id('asks')],
      ['typeRef', type],
    ],
  });

function addColumn(
  grid: Grid,
  column: string,
  { after, cells }: { readonly after: XmlElement | undefined; readonly cells: readonly Edit[] },
): string {
  const { source, table, outputs } = grid;
  const first = after ?? undefined;
  if (first) return edited(source, [{ from: first.to, to: first.to, text: `${leadOf(source, first)}${column}` }, ...cells]);
  const before = outputs[0]?.at ?? grid.rows[0]?.at;
  const lead = before ? leadOf(source, before) : `${leadOf(source, table)}  `;
  return edited(source, [{ from: table.headTo, to: table.headTo, text: `${lead}${column}` }, ...cells]);
}

/** Several attributes that are new stand at one place: written there together. */
function merged(edits: readonly Edit[]): readonly Edit[] {
  const at = new Map<string, Edit>();
  for (const edit of edits) {
    const key = `${edit.from} ${edit.to}`;
    const before = at.get(key);
    at.set(key, before ? { ...edit, text: before.text + edit.text } : edit);
  }
  return [...at.values()];
}
