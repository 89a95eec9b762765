import type { Field } from '../office.ts';
import type { Rule } from './rule.ts';

/** A field's key, a column's key and an option's value stand once. */
export const rule: Rule = {
  name: 'duplicateField',
  severity: 'error',
  sentence: { zh: '字段标识和选项值不重复', en: 'Keys of fields and values of options stand once' },
  check: ({ fields }) => [
    ...twice(fields.map(({ key }) => key)).map((key) => ({
      element: key,
      message: { zh: `字段标识“${key}”重复`, en: `The field “${key}” stands twice` },
    })),
    ...fields.flatMap(insideField),
  ],
};

const insideField = ({ key, columns, options }: Field) => [
  ...twice(columns.map((column) => column.key)).map((column) => ({
    element: key,
    message: { zh: `字段“${key}”的列“${column}”重复`, en: `The column “${column}” of “${key}” stands twice` },
  })),
  ...twice(options.map(({ value }) => value)).map((value) => ({
    element: key,
    message: { zh: `字段“${key}”的选项“${value}”重复`, en: `The option “${value}” of “${key}” stands twice` },
  })),
];

const twice = (names: readonly string[]): readonly string[] => [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
