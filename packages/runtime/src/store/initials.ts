import { initialsOf } from '../words/initials.ts';

/** The neighbouring first letters of a text's pinyin: 公文处理 gives gw, wc, cl. What is no Chinese character is passed over. */
export function initialPairs(text: string): readonly string[] {
  const letters = [...text].map(initialsOf).filter((one) => one !== '');
  const found = letters
    .slice(1)
    .flatMap((second, index) => [...(letters[index] ?? '')].flatMap((one) => [...second].map((two) => one + two)));
  return [...new Set(found)];
}
