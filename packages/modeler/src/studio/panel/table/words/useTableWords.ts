import { useMemo } from 'react';
import { type Blanks, useWords, type Words } from '../../../../words/words.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export type TableWord = keyof typeof zh;

/** The editor's own words, which come with it and not with the page; `t` as everywhere. */
export function useTableWords(): Pick<Words, 't' | 'language'> & { readonly say: (word: TableWord, blanks?: Blanks) => string } {
  const { t, language } = useWords();
  return useMemo(
    () => ({
      t,
      language,
      say: (word, blanks = {}) =>
        (language === 'en' ? en : zh)[word].replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(blanks[name] ?? '')),
    }),
    [t, language],
  );
}
