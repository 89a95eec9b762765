import type { FieldType } from '@guicheng/runtime/checking';
import type { Language } from '@guicheng/runtime/model';
import type { FieldPlain, OptionPlain } from './fieldPlain.ts';
import { freshName, type LangPlain, PLACEHOLDERS } from '../../file/named.ts';
import { newKey } from './newKey.ts';

/** What a new field is begun with. */
export interface Wanted {
  readonly name: string;
  readonly language: Language;
  readonly type: FieldType;
  readonly required: boolean;
  /** The name only holds the place until somebody gives one: the key, which stays, is not made of it. */
  readonly unnamed?: true;
}

/** A new field, complete: a choice has two options to be renamed, a table one column. Its series it gets where it is put. */
export function freshField({ name, language, type, required, unnamed }: Wanted, taken: ReadonlySet<string>): FieldPlain {
  const key = newKey(language === 'en' && !unnamed ? name : '', 'field', taken);
  return { ...freshName(language, name), key, type, ...(required ? { required } : {}), ...completing(type) };
}

/** What a field of a type cannot be without; what it has already stays. */
function completing(type: FieldType, field?: FieldPlain): Partial<FieldPlain> {
  if ((type === 'choice' || type === 'choices') && !field?.options?.length) return { options: OPTIONS };
  if (type === 'table' && !field?.columns?.length) return { columns: COLUMNS };
  return {};
}

const holding = (name: string): { readonly name: string; readonly names: readonly LangPlain[] } => ({
  name,
  names: [{ lang: 'en', text: PLACEHOLDERS.get(name) ?? name }],
});

const OPTIONS: readonly OptionPlain[] = [
  { ...holding('选项一'), value: 'option_1' },
  { ...holding('选项二'), value: 'option_2' },
];

const COLUMNS: readonly FieldPlain[] = [{ ...holding('名称'), key: 'column_1', type: 'text' }];

/** Another type for a field: what the new type does not know is dropped, what it needs is there. Its key stays. */
export function retyped(field: FieldPlain, type: FieldType): FieldPlain {
  const { options, columns, minimum, maximum, decimals, maximumLength, series, ...rest } = field;
  const kept: FieldPlain = {
    ...rest,
    type,
    ...(isChoice(type) && options ? { options } : {}),
    ...(type === 'table' && columns ? { columns } : {}),
    ...(isFigure(type) && isFigure(field.type) && type === field.type ? { minimum, maximum } : {}),
    ...(type === 'number' && decimals !== undefined ? { decimals } : {}),
    ...(isText(type) && maximumLength !== undefined ? { maximumLength } : {}),
    ...(type === 'series' && series ? { series } : {}),
  };
  return { ...kept, ...completing(type, kept) };
}

/** Whether one chooses from options. */
export const isChoice = (type: FieldType | undefined): boolean => type === 'choice' || type === 'choices';

/** Whether it is counted. */
export const isFigure = (type: FieldType | undefined): boolean => type === 'number' || type === 'money';

/** Whether it is written in words. */
export const isText = (type: FieldType | undefined): boolean =>
  type === undefined || type === 'text' || type === 'longText' || type === 'opinion';
