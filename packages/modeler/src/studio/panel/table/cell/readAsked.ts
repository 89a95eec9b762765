import type { AskedOf } from './asked.ts';
import { CellReader, type Value } from './reader.ts';

/** Reads a cell back into what can be clicked; undefined where it is anything that cannot, which is shown as its text and kept. */
export function readAsked(text: string): AskedOf | undefined {
  const cell = text.trim();
  if (cell === '' || cell === '-') return { is: 'any' };
  const list = LISTS.find(([written]) => written === cell.replaceAll(/\s+/g, ' '))?.[1];
  return list ?? READERS.map((read) => read(cell)).find((found) => found !== undefined);
}

/** Whether a list holds anything, as it is written here. */
export const LISTS: readonly (readonly [string, AskedOf])[] = [
  ['? != null and count(?) > 0', { is: 'filled', many: true }],
  ['? = null or count(?) = 0', { is: 'empty', many: true }],
];

const READERS: readonly ((cell: string) => AskedOf | undefined)[] = [
  (cell) => whole(cell, (reader) => (reader.takes('null') ? { is: 'empty', many: false } : undefined)),
  (cell) => whole(cell, (reader) => (reader.takes('not', '(', 'null', ')') ? { is: 'filled', many: false } : undefined)),
  (cell) => whole(cell, contains),
  (cell) => whole(cell, (reader) => (reader.takes('not', '(') ? negated(contains(reader), reader) : undefined)),
  (cell) => whole(cell, measured),
  (cell) => whole(cell, between),
  (cell) => whole(cell, (reader) => equal(reader.values())),
  (cell) => whole(cell, (reader) => (reader.takes('not', '(') ? negated(equal(reader.values()), reader) : undefined)),
];

function whole(cell: string, read: (reader: CellReader) => AskedOf | undefined): AskedOf | undefined {
  const reader = new CellReader(cell);
  const found = read(reader);
  return found && reader.done ? found : undefined;
}

function contains(reader: CellReader): AskedOf | undefined {
  const call = reader.oneOf('contains', 'list contains');
  if (!call || !reader.takes('(', '?', ',')) return undefined;
  const text = reader.text();
  return text && reader.takes(')') ? { is: 'contains', value: text.value, many: call === 'list contains' } : undefined;
}

function negated(asked: AskedOf | undefined, reader: CellReader): AskedOf | undefined {
  if (!asked || !reader.takes(')')) return undefined;
  if (asked.is === 'contains') return { ...asked, is: 'lacks' };
  return asked.is === 'equal' ? { ...asked, is: 'unequal' } : undefined;
}

const SIGNS = {
  '>=': ['atLeast', 'notBefore'],
  '<=': ['atMost', 'notAfter'],
  '>': ['more', 'after'],
  '<': ['less', 'before'],
} as const;

function measured(reader: CellReader): AskedOf | undefined {
  const sign = reader.oneOf('>=', '<=', '>', '<');
  const found = sign && reader.value();
  if (!sign || !found) return undefined;
  const { value, unit } = found;
  if (typeof value === 'number') return { is: SIGNS[sign][0], value };
  return unit && typeof value === 'string' ? { is: SIGNS[sign][1], unit, value } : undefined;
}

function between(reader: CellReader): AskedOf | undefined {
  const from = reader.takes('[') ? reader.value()?.value : undefined;
  const to = reader.takes('..') ? reader.value()?.value : undefined;
  return typeof from === 'number' && typeof to === 'number' && reader.takes(']') ? { is: 'between', from, to } : undefined;
}

/** Values of one kind: days and texts are not the same though both are written as texts. */
function equal(found: readonly Value[] | undefined): AskedOf | undefined {
  const unit = found?.[0]?.unit;
  if (!found || !found.every((one) => one.unit === unit)) return undefined;
  return { is: 'equal', values: found.map(({ value }) => value), ...(unit ? { unit } : {}) };
}
