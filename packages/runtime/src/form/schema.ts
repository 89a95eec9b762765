import { z } from 'zod';
import { isDay } from '../calendar/day.ts';
import { momentIn } from '../calendar/moment.ts';
import type { Field } from '../diagram/office.ts';
import { isSafeKey, type Json } from '../words/json.ts';
import { isEmpty } from './empty.ts';
import type { Form } from './form.ts';
import { FORM_LIMITS, longestText } from './limits.ts';

/**
 * The schema of what a person may send for a form: the writable fields and no other key, each absent, null (cleared) or a value of its
 * type. Whether people, units and files exist, and what is required, is `checkValues`'s to say.
 */
export const formSchema = (form: Form): z.ZodType =>
  z.strictObject(
    Object.fromEntries(
      form.fields.filter((field) => field.access === 'write').map((field) => [field.key, valueSchema(field).nullable().optional()]),
    ),
  );

/** The schema of one field's value; values of JSON only, so that they survive the round trip. */
export function valueSchema(field: Field): z.ZodType {
  switch (field.type) {
    case 'text':
    case 'longText':
    case 'opinion':
      return written(longestText(field));
    case 'yesNo':
      return z.boolean();
    case 'choice':
      return chosen(field);
    case 'choices':
      return eachOnce(z.array(chosen(field)).max(field.options.length));
    case 'number':
      return numberSchema(field);
    case 'money':
      return within(z.number().int(), field);
    case 'date':
      return z.string().refine(isDay);
    case 'dateTime':
      return z.string().refine((text) => text.length > 10 && momentIn(text) !== undefined);
    case 'person':
    case 'unit':
      return identifier;
    case 'persons':
    case 'units':
      return eachOnce(z.array(identifier).max(FORM_LIMITS.several));
    case 'file':
      return file;
    case 'files':
      return z
        .array(file)
        .max(FORM_LIMITS.several)
        .refine((files) => new Set(files.map((one) => one.id)).size === files.length);
    case 'table':
      return z.array(rowSchema(field)).max(FORM_LIMITS.rows);
    case 'series':
      return z.never();
    case 'signature':
      return z.literal(true);
  }
}

// Control characters would break the text of a log or a spreadsheet; halves of a surrogate pair do not survive UTF-8.
// oxlint-disable-next-line no-control-regex
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Surrogate}/u;

const written = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine((text) => !UNWRITABLE.test(text));

const identifier = z.string().regex(/^[\w-]{1,64}$/);

const file = z.strictObject({
  id: identifier,
  name: written(255).min(1),
  size: z.number().int().nonnegative(),
  mediaType: z.string().regex(/^[\w.+-]{1,64}\/[\w.+-]{1,96}$/),
  sha256: z.string().optional(),
});

const chosen = (field: Field) => z.string().refine((value) => field.options.some((option) => option.value === value));

const eachOnce = <Entry extends z.ZodType>(list: z.ZodArray<Entry>) => list.refine((values) => new Set(values).size === values.length);

function numberSchema(field: Field): z.ZodType {
  const places = field.decimals ?? FORM_LIMITS.decimals;
  return within(z.number(), field).refine((value) => Number(value.toFixed(places)) === value);
}

const within = (number: z.ZodNumber, field: Field): z.ZodNumber =>
  number.min(field.minimum ?? -FORM_LIMITS.number).max(field.maximum ?? FORM_LIMITS.number);

/** A row has the columns' keys and no other; cells may be missing unless their column is required. */
function rowSchema(field: Field): z.ZodType {
  const columns = field.columns.filter((column) => isSafeKey(column.key));
  return z.strictObject(Object.fromEntries(columns.map((column) => [column.key, cellSchema(column)])));
}

const cellSchema = (column: Field): z.ZodType =>
  column.required ? valueSchema(column).refine((value) => !isEmpty(value as Json)) : valueSchema(column).nullable().optional();
