import type { Language } from '@guicheng/server/contract';
import { wordsIn } from '../../file/extension.ts';
import { flowElementsOf, processOf } from '../../file/process.ts';
import { textAt, type Drawn } from '../../file/moddle.ts';
import type { Plain } from '../../file/plain.ts';

type Both = { readonly [language in Language]: string };

/** A risk point as it stands in the file. */
export interface Risk {
  readonly level: 1 | 2 | 3;
  readonly danger: Both;
  readonly control: Both;
  readonly post: string;
  readonly confirm: boolean;
}

const bothOf = (parts: Plain[string]): Both => {
  const list = Array.isArray(parts) ? (parts as readonly Plain[]) : [];
  const textIn = (language: Language): string => String(list.find((part) => part['lang'] === language)?.['text'] ?? '');
  return { zh: textIn('zh'), en: textIn('en') };
};

/** From a `gc:risk`, with what the vocabulary takes for absent values. */
export const riskOf = (plain: Plain): Risk => ({
  level: plain['level'] === 2 || plain['level'] === 3 ? plain['level'] : 1,
  danger: bothOf(plain['dangers']),
  control: bothOf(plain['controls']),
  post: String(plain['post'] ?? ''),
  confirm: plain['confirm'] === true,
});

/** One of its texts in one language changed; Chinese stands first. */
export function withText(plain: Plain, part: 'dangers' | 'controls', said: { readonly language: Language; readonly text: string }): Plain {
  const texts = { ...bothOf(plain[part]), [said.language]: said.text };
  return { ...plain, [part]: (['zh', 'en'] as const).filter((lang) => texts[lang] !== '').map((lang) => ({ lang, text: texts[lang] })) };
}

/** A new risk of the second level, which a post answers for, under an id that the file does not have yet. */
export function newRisk(element: Drawn, post: string): Plain {
  const taken = new Set(
    flowElementsOf(processOf(element)).flatMap((one) => [one.id, ...wordsIn(one, 'gc:Risk').map((word) => textAt(word, 'id'))]),
  );
  const stem = `${element.businessObject.id ?? ''}_risk`;
  let id = stem;
  for (let n = 2; taken.has(id); n += 1) id = `${stem}${n}`;
  return { id, level: 2, post };
}
