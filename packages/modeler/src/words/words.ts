import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage, type Language, type Text } from '@guicheng/runtime/model';
import { i18n } from './i18n.ts';
import { markLanguage } from './markLanguage.ts';
import type { Word } from './zh.ts';

export { atWall, moment } from './moment.ts';

/** What is put in the place of `{{name}}`; `count` also chooses between one and many. */
export type Blanks = { readonly [blank: string]: string | number };

export interface Words {
  /** A word of the screen. */
  readonly w: (word: Word, blanks?: Blanks) => string;
  /** A text of the office, which carries both languages. */
  readonly t: (text: Text) => string;
  readonly language: Language;
}

const languageOf = (tag: string): Language => (tag === 'en' ? 'en' : 'zh');

/** The words of the screen and of the office in the reader's language: Chinese unless they chose English. */
export function useWords(): Words {
  const { t: word, i18n: current } = useTranslation('words');
  const language = languageOf(current.language);
  return useMemo(
    () => ({ language, w: (key, blanks) => word(key, { ...blanks }), t: (text) => inLanguage(text, language) }),
    [word, language],
  );
}

/** Shows everything in this language from now on, and says so to screen readers. */
export function speak(language: Language): void {
  markLanguage(language);
  void i18n.changeLanguage(language);
}
