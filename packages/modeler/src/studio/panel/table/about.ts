import type { Subject } from '../../condition/subject.ts';
import { readAsked } from './cell/readAsked.ts';
import type { Grid, Input } from '../../file/dmn/grid.ts';
import { givesList } from '../../file/dmn/hit.ts';

/** What a column asks about: a field of the flow; of another expression as much as the file says of its values. */
export function aboutInput(grid: Grid, column: number, subjects: readonly Subject[]): Subject {
  const input = grid.inputs[column];
  const known = subjects.find(({ key, each }) => key === input?.asks && !each);
  if (known || !input) return known ?? UNKNOWN;
  return { ...UNKNOWN, key: input.asks, name: { zh: input.label || input.asks }, type: typeIn(grid, column, input) };
}

const UNKNOWN: Subject = { key: '', name: { zh: '' }, type: 'unknown', options: [], each: false };

function typeIn({ rows }: Grid, column: number, { type }: Input): Subject['type'] {
  switch (type.replace(/^.*:/, '')) {
    case 'number':
    case 'integer':
    case 'long':
    case 'double':
      return 'number';
    case 'boolean':
      return 'yesNo';
    case 'date':
      return 'date';
    case 'dateTime':
    case 'date and time':
      return 'dateTime';
    case 'string':
      return 'text';
    default:
      return rows.some((row) => measures(row.inputs[column]?.text ?? '')) ? 'number' : 'unknown';
  }
}

/** Whether a cell can only be about a number. */
function measures(cell: string): boolean {
  const asked = readAsked(cell);
  return (
    asked !== undefined &&
    (asked.is === 'between' || asked.is === 'more' || asked.is === 'less' || asked.is === 'atLeast' || asked.is === 'atMost')
  );
}

/** A field that takes what a column answers, as its cells see it: where all rows are listed, each says one part of it. */
export function aboutOutput(grid: Grid, column: number, field: Subject | undefined): Subject {
  const output = grid.outputs[column];
  if (!field) return { ...UNKNOWN, key: output?.name ?? '', name: { zh: output?.label || output?.name || grid.name } };
  return givesList(grid.hit) ? { ...field, type: ONE_OF[field.type] ?? field.type } : field;
}

const ONE_OF: { readonly [type in Subject['type']]?: Subject['type'] } = { choices: 'choice', persons: 'person', units: 'unit' };

/** Whether a column asks for a name that nobody gives. */
export const asksUnknown = ({ asks }: Input, subjects: readonly Subject[], given: ReadonlySet<string>): boolean =>
  /^[\p{L}_][\p{L}\p{N}_]*$/u.test(asks) && !given.has(asks) && !subjects.some(({ key }) => key === asks);
