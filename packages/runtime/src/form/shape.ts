import type { z } from 'zod';
import type { Field } from '../diagram/office.ts';
import type { Json } from '../words/json.ts';
import { readBy } from '../words/readBy.ts';
import type { Text } from '../words/text.ts';
import { isEmpty } from './empty.ts';
import { expectedOf } from './expected.ts';
import { valueSchema } from './schema.ts';

const schemas = new WeakMap<Field, z.ZodType>();

/** What a field expected instead of this value; undefined where the value has the right shape. In a table the row and column are named. */
export function shapeProblem(field: Field, value: unknown): Text | undefined {
  const schema = schemas.get(field) ?? valueSchema(field);
  schemas.set(field, schema);
  const read = readBy(schema, value);
  if (read.success) return undefined;
  const [row, key] = read.error.issues[0]?.path ?? [];
  const column = field.columns.find((one) => one.key === key);
  if (typeof row !== 'number' || !column) return expectedOf(field);
  const expected = column.required && isEmpty(cellOf(value, row, column.key)) ? REQUIRED : expectedOf(column);
  return {
    zh: `第 ${row + 1} 行“${column.name.zh}”：${expected.zh}`,
    en: `row ${row + 1}, “${column.name.en ?? column.name.zh}”: ${expected.en ?? expected.zh}`,
  };
}

const REQUIRED: Text = { zh: '必填', en: 'required' };

/** What stands in a cell of a table that has come from outside. */
const cellOf = (table: unknown, row: number, key: string): Json =>
  (table as readonly { readonly [key: string]: Json }[])[row]?.[key] ?? null;
