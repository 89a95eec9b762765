import type { FieldType } from '@guicheng/runtime/checking';
import type { form } from '../words/zh/form.ts';

/** The words of the form's room. */
type FormWord = keyof typeof form;

/** The kinds of fields in the words of the office, in the order in which they are offered. */
export const FIELD_WORDS: readonly (readonly [FieldType, FormWord])[] = [
  ['text', 'typeText'],
  ['longText', 'typeLongText'],
  ['opinion', 'typeOpinion'],
  ['yesNo', 'typeYesNo'],
  ['choice', 'typeChoice'],
  ['choices', 'typeChoices'],
  ['number', 'typeNumber'],
  ['money', 'typeMoney'],
  ['date', 'typeDate'],
  ['dateTime', 'typeDateTime'],
  ['person', 'typePerson'],
  ['persons', 'typePersons'],
  ['unit', 'typeUnit'],
  ['units', 'typeUnits'],
  ['file', 'typeFile'],
  ['files', 'typeFiles'],
  ['table', 'typeTable'],
  ['series', 'typeSeries'],
  ['signature', 'typeSignature'],
];

/** How high a list is that shows every kind without being scrolled, in pixels. */
export const EVERY_TYPE = 560;

/** What a column may be: a table holds no tables, no files, nothing that the system fills in. */
export const COLUMN_TYPES: readonly FieldType[] = [
  'text',
  'longText',
  'yesNo',
  'choice',
  'number',
  'money',
  'date',
  'dateTime',
  'person',
  'unit',
];

/** The word for a kind of field. */
export const fieldWord = (type: FieldType): FormWord => FIELD_WORDS.find(([one]) => one === type)?.[1] ?? 'typeText';

/** Whether people fill it in: numbers and signatures come by themselves, so nobody can be asked for them. */
export const isTyped = (type: FieldType): boolean => type !== 'series' && type !== 'signature';
