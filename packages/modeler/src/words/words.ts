import { createContext, useContext } from 'react';
import { inLanguage, type Language, type Text } from '@guicheng/runtime/model';
import { en } from './en.ts';
import { zh, type Word } from './zh.ts';

/** The reader's language; Chinese unless they chose English. */
export const LanguageContext = createContext<{ readonly language: Language; readonly choose: (language: Language) => void }>({
  language: 'zh',
  choose: () => undefined,
});

/** The words of the screen and of the office in the reader's language. */
export function useWords(): { readonly w: (word: Word) => string; readonly t: (text: Text) => string; readonly language: Language } {
  const { language } = useContext(LanguageContext);
  return { language, w: (word) => (language === 'en' ? en : zh)[word], t: (text) => inLanguage(text, language) };
}

const pad = (number: number): string => String(number).padStart(2, '0');

/** A moment as the office writes it: 11-24 09:05, with the year when it is another one. */
export function moment(at: string): string {
  const date = new Date(at);
  const day = `${pad(date.getMonth() + 1)}-${pad(date.getDate())} ${pad(date.getHours())}:${pad(date.getMinutes())}`;
  return date.getFullYear() === new Date().getFullYear() ? day : `${date.getFullYear()}-${day}`;
}
