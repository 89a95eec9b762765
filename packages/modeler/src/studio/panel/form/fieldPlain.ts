import type { FieldType } from '@guicheng/runtime/checking';
import type { Language } from '@guicheng/runtime/model';
import { plainOf, type Plain } from '../../file/plain.ts';
import { elementsAt, type ModdleElement } from '../../file/moddle.ts';
import { wordsIn } from '../../file/extension.ts';
import type { LangPlain, NamedPlain } from '../../file/named.ts';

/** One choice of a field, or one button of a decision. */
export interface OptionPlain extends NamedPlain {
  readonly value: string;
  readonly manner?: string | undefined;
}

/** A field as the file says it. */
export interface FieldPlain extends NamedPlain {
  readonly key: string;
  readonly helps?: readonly LangPlain[] | undefined;
  readonly type?: FieldType | undefined;
  readonly required?: boolean | undefined;
  readonly showWhen?: string | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly maximumLength?: number | undefined;
  readonly decimals?: number | undefined;
  readonly series?: string | undefined;
  readonly perItem?: boolean | undefined;
  readonly options?: readonly OptionPlain[] | undefined;
  readonly columns?: readonly FieldPlain[] | undefined;
}

/** What a step says of one field. */
export interface AccessPlain extends Plain {
  readonly field: string;
  readonly mode?: string | undefined;
  readonly required?: boolean | undefined;
}

/** What is decided at a step. */
export interface DecisionPlain extends NamedPlain {
  readonly key: string;
  readonly options?: readonly OptionPlain[] | undefined;
}

const plain = new WeakMap<ModdleElement, FieldPlain>();

/**
 * The fields of a process, in their order. A field that was not changed is the very same object each time: a changed one is another element of
 * the file (`putFields`), never the same one with other properties.
 */
export const fieldsOf = (process: ModdleElement): readonly FieldPlain[] =>
  fieldWordsOf(process).map((word) => {
    const known = plain.get(word) ?? (plainOf(word) as FieldPlain);
    plain.set(word, known);
    return known;
  });

/** The same as they stand in the file. */
export const fieldWordsOf = (process: ModdleElement): readonly ModdleElement[] =>
  wordsIn(process, 'gc:Form').flatMap((form) => elementsAt(form, 'fields'));

/** What a step, or a start, shows. */
export const accessesOf = (step: ModdleElement): readonly AccessPlain[] =>
  wordsIn(step, 'gc:Access').map((word) => plainOf(word) as AccessPlain);

/** The fields that a step lets people fill in. */
export const writtenAt = (step: ModdleElement): readonly string[] =>
  accessesOf(step)
    .filter(({ mode }) => mode === 'write')
    .map(({ field }) => field);

/** What a step decides; undefined where it decides nothing. */
export const decisionOf = (step: ModdleElement): DecisionPlain | undefined => {
  const [word] = wordsIn(step, 'gc:Decision');
  return word && (plainOf(word) as DecisionPlain);
};

/** A field's type; text where the file says none. */
export const typeOf = ({ type }: FieldPlain): FieldType => type ?? 'text';

/** A help text in one language. */
export const helpIn = ({ helps = [] }: FieldPlain, language: Language): string => helps.find(({ lang }) => lang === language)?.text ?? '';

/** The field with another help text in one language; Chinese stands first. */
export const helped = (field: FieldPlain, language: Language, text: string): FieldPlain => {
  const others = (field.helps ?? []).filter(({ lang }) => lang !== language);
  const own: readonly LangPlain[] = text === '' ? [] : [{ lang: language, text }];
  return { ...field, helps: language === 'zh' ? [...own, ...others] : [...others, ...own] };
};
