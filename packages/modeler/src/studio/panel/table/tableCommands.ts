import { type Naming, putWords, wordsIn } from '../../file/extension.ts';
import type { Drawn, Services } from '../../file/moddle.ts';
import { type NamedPlain, renamed } from '../../file/named.ts';
import { type Plain, plainOf } from '../../file/plain.ts';
import { drawnOf, processOf } from '../../file/process.ts';
import { fieldsOf, type FieldPlain } from '../form/fieldPlain.ts';
import { putFields } from '../form/putFields.ts';
import { together } from '../together.ts';
import { putName } from '../../file/dmn/columns.ts';
import { freshDmn } from '../../file/dmn/fresh.ts';
import { type Grid, gridOf } from '../../file/dmn/grid.ts';
import { freshKey, ruleAt, type Table } from './tables.ts';
import { keeping, keptAt, targetsOf } from './targets.ts';

/** A table in the editor: at the step that decides by it. */
export interface TablePlace {
  readonly modeler: Services;
  readonly element: Drawn;
  readonly table: Table;
  readonly grid: Grid;
}

/** Puts an empty table into the process, by which the step decides: one step of undo. */
export function makeTable(modeler: Services, element: Drawn, name: string): void {
  const process = processOf(element);
  const drawn = process && drawnOf(modeler, process);
  if (!process || !drawn) return;
  const old = wordsIn(process, 'gc:DecisionTable').map(plainOf);
  const key = freshKey(new Set(old.map((table) => table['key'])));
  const { decision: _, ...rule } = ruleAt(element);
  together(modeler, () => {
    putWords(modeler, drawn, { word: 'gc:DecisionTable', to: [...old, { key, name, files: [{ text: freshDmn(name) }] }] });
    putWords(modeler, element, { word: 'gc:Rule', to: [{ required: true, ...rule, table: key }] });
  });
}

/** Changes what the process says of a table: its file, or what it is called. */
function putTable({ modeler, element, table }: TablePlace, change: (was: Plain) => Plain): void {
  const process = processOf(element);
  const drawn = process && drawnOf(modeler, process);
  if (!process || !drawn) return;
  const all = wordsIn(process, 'gc:DecisionTable').map(plainOf);
  putWords(modeler, drawn, { word: 'gc:DecisionTable', to: all.map((one) => (one['key'] === table.key ? change(one) : one)) });
}

/** Changes a table's file, where nothing changes of what the step keeps: one step of undo, or none. */
export function putSource(place: TablePlace, source: string): void {
  if (source !== place.grid.source) putTable(place, (was) => ({ ...was, files: [{ text: source }] }));
}

/** Gives a table another name in one language; its file, which is told of in problems, is called as it is in Chinese. */
export function putTableName(place: TablePlace, { language, text }: Naming): void {
  const source = language === 'zh' ? putName(place.grid, place.table.name.zh, text) : place.grid.source;
  putTable(place, (was) => ({ ...renamed(was as NamedPlain, language, text), files: [{ text: source }] }));
}

/** What is changed of a table whose columns of answers are changed: which field takes each, and a field that is new. */
export interface Columns {
  readonly source: string;
  readonly targets: readonly string[];
  readonly field?: FieldPlain;
}

/** Changes a table's file together with where its answers go: one step of undo. */
export function putColumns(place: TablePlace, { source, targets, field }: Columns): void {
  const { modeler, element, grid } = place;
  const process = processOf(element);
  const next = gridOf(source, grid.decision);
  if (!process || !next) return;
  together(modeler, () => {
    if (field) putFields(modeler, process, [...fieldsOf(process), field]);
    putSource(place, source);
    const { into, outs } = keeping(next, targets, { before: keptAt(element), was: grid });
    putWords(modeler, element, { word: 'gc:Rule', to: [{ ...ruleAt(element), into: into || undefined }] });
    putWords(modeler, element, { word: 'gc:Out', to: outs });
  });
}

/** Where the answers of a place's table go, column by column. */
export const targetsAt = ({ element, grid }: TablePlace): readonly string[] => targetsOf(grid, keptAt(element));
