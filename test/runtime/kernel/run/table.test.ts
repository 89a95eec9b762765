import { expect, test } from '@jest/globals';
import { array, assert, constantFrom, integer, property, record } from 'fast-check';
import '../../../chance.ts';
import { type Shape, Table } from '../../../../packages/runtime/src/kernel/run/table.ts';

interface Row {
  readonly id: string;
  readonly scope: string | null;
}

const SHAPE: Shape<Row, 'scope'> = { id: ({ id }) => id, by: { scope: ({ scope }) => scope } };

const scope = constantFrom('s1', 's2', null);
const act = record({ do: constantFrom('set', 'delete', 'look', 'lay down'), number: integer({ min: 1, max: 60 }), scope });

test('given any writes, however many rows there are, a table answers as a plain map would, in the order of the numbers', () => {
  assert(
    property(array(act, { maxLength: 200 }), constantFrom(SHAPE, { ...SHAPE, seldom: 'scope' as const }), (acts, shape) => {
      const plain = new Map<string, Row>();
      let table = new Table<string, Row, 'scope'>([], shape, undefined);
      for (const { do: what, number, scope: to } of acts) {
        const id = `v${number}`;
        if (what === 'set') {
          table.set(id, { id, scope: to });
          plain.set(id, { id, scope: to });
        } else if (what === 'delete') expect(table.delete(id)).toBe(plain.delete(id));
        else if (what === 'look') expect(table.any('scope', 's1')).toBe([...plain.values()].some((row) => row.scope === 's1'));
        else table = reopened(table, shape);
      }
      const rows = [...plain.values()].sort((one, other) => Number(one.id.slice(1)) - Number(other.id.slice(1)));
      expect(table.values()).toEqual(rows);
      expect(table.size).toBe(rows.length);
      for (const key of ['s1', 's2']) {
        const group = rows.filter((row) => row.scope === key);
        expect([...table.in('scope', key)].sort((one, other) => Number(one.id.slice(1)) - Number(other.id.slice(1)))).toEqual(group);
        expect(table.any('scope', key)).toBe(group.length > 0);
      }
      for (let number = 1; number <= 60; number += 1) expect(table.get(`v${number}`)).toEqual(plain.get(`v${number}`));
    }),
    { numRuns: 200 },
  );
});

test('given a list that lies in a marking, when a table over it is written, then the list stays as it was', () => {
  const list: readonly Row[] = Object.freeze(Array.from({ length: 40 }, (_, place) => ({ id: `v${place + 1}`, scope: 's1' })));
  const table = new Table<string, Row, 'scope'>(list, SHAPE, undefined);
  table.delete('v3');
  table.set('v7', { id: 'v7', scope: null });
  table.set('v41', { id: 'v41', scope: 's2' });
  expect(list.map(({ id }) => id)).toEqual(Array.from({ length: 40 }, (_, place) => `v${place + 1}`));
  expect(table.in('scope', 's1')).toHaveLength(38);
  expect(table.in('scope', 's2')).toEqual([{ id: 'v41', scope: 's2' }]);
});

test('given a loop over all rows, when it deletes some, then it sees each of them as it was when the loop began', () => {
  const table = new Table<string, Row, 'scope'>(
    Array.from({ length: 5 }, (_, place) => ({ id: `v${place + 1}`, scope: null })),
    SHAPE,
    undefined,
  );
  const seen: string[] = [];
  for (const { id } of table.values()) {
    seen.push(id);
    table.delete(id);
  }
  expect(seen).toEqual(['v1', 'v2', 'v3', 'v4', 'v5']);
  expect(table.size).toBe(0);
});

/** As one step hands a list and its index to the next. */
function reopened(table: Table<string, Row, 'scope'>, shape: typeof SHAPE): Table<string, Row, 'scope'> {
  return new Table(table.values(), shape, table.takeIndex());
}
