import type { FieldType } from '@guicheng/runtime/checking';
import type { Language } from '@guicheng/runtime/model';
import { freshName } from '../../file/named.ts';
import type { FieldPlain, OptionPlain } from '../form/fieldPlain.ts';
import { freshField } from '../form/freshField.ts';
import { newKey } from '../form/newKey.ts';

/** What a new field for a result is begun with; `options` as they were typed, with commas between. */
export interface AnswerWanted {
  readonly name: string;
  readonly type: FieldType;
  readonly options: string;
  readonly language: Language;
}

/** A new field for a result; undefined while it lacks its name, or a choice its options. */
export function answerField({ name, type, options, language }: AnswerWanted, taken: ReadonlySet<string>): FieldPlain | undefined {
  if (name.trim() === '') return undefined;
  const field = freshField({ name: name.trim(), language, type, required: false }, taken);
  if (!field.options) return field;
  const words = [...new Set(options.split(/[、，,;；]/).map((word) => word.trim()))].filter((word) => word !== '');
  if (words.length === 0) return undefined;
  const values = new Set<string>();
  const made = words.map((word): OptionPlain => {
    const value = newKey(language === 'en' ? word : '', 'option', values);
    values.add(value);
    return { value, ...freshName(language, word) };
  });
  return { ...field, options: made };
}
