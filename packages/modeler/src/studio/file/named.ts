import type { Language, Text } from '@guicheng/runtime/model';
import { namesWith } from './extension.ts';
import type { Plain } from './plain.ts';

/** A name in another language, or a help text in one. */
export interface LangPlain extends Plain {
  readonly lang: string;
  readonly text?: string;
}

/** One of our words that carries its own name: the Chinese as `name`, the others as its parts. */
export interface NamedPlain extends Plain {
  readonly name?: string | undefined;
  readonly names?: readonly LangPlain[] | undefined;
}

/** The name in both languages. */
export const textOf = ({ name = '', names = [] }: NamedPlain): Text => {
  const en = names.find(({ lang }) => lang === 'en')?.text;
  return en ? { zh: name, en } : { zh: name };
};

/** The name as a reader of this language would change it; the other language's, or nothing, is not offered as one's own. */
export const ownName = (named: NamedPlain, language: Language): string =>
  language === 'zh' ? (named.name ?? '') : (textOf(named).en ?? '');

/** The same with another name in one language. What only held the place in the other one goes: it would be taken for a translation. */
export function renamed<One extends NamedPlain>(named: One, language: Language, text: string): One {
  const { zh, en } = textOf(named);
  const held = en !== undefined && PLACEHOLDERS.get(zh) === en;
  if (language === 'zh') return { ...named, name: text, ...(held ? { names: [] } : {}) };
  const names = namesWith(named.names ?? [], { language, text }) as readonly LangPlain[];
  return { ...named, ...(held ? { name: text } : {}), names };
}

/** Names of options and columns until somebody gives one, in Chinese and English. */
export const PLACEHOLDERS: ReadonlyMap<string, string> = new Map([
  ['选项一', 'First option'],
  ['选项二', 'Second option'],
  ['名称', 'Name'],
]);

/** A new name that is read in both languages: who writes in English has it for the Chinese as well, until somebody translates it. */
export const freshName = (language: Language, text: string): NamedPlain & { readonly name: string } =>
  language === 'zh' ? { name: text } : { name: text, names: [{ lang: 'en', text }] };
