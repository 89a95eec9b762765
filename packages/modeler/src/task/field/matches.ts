import type { Text } from '@guicheng/server/contract';

/** The first characters, in the order of pinyin, of each letter; no syllable begins with i, u or v. */
const FIRST = [...'阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨他屲夕丫帀'];
const LETTERS = 'abcdefghjklmnopqrstwxyz';
const collator = new Intl.Collator('zh-Hans-u-co-pinyin');

/** The first letters of a text's pinyin: 周建国 → zjg. Other characters stand for themselves. */
export function initialsOf(text: string): string {
  return [...text]
    .map((character) => {
      if (!/^\p{Script=Han}$/u.test(character)) return character.toLowerCase();
      const place = FIRST.findLastIndex((first) => collator.compare(first, character) <= 0);
      return LETTERS[Math.max(0, place)] ?? '';
    })
    .join('');
}

/** Whether what somebody types finds these words: a part of a name in either language, of an id (which is the pinyin), or of the pinyin's first letters. */
export function matches(typed: string, words: readonly (string | Text)[]): boolean {
  const wanted = typed.trim().toLowerCase().replaceAll(/\s+/g, '');
  if (wanted === '') return true;
  return words
    .flatMap((word) => (typeof word === 'string' ? [word.replaceAll('-', '')] : [word.zh, initialsOf(word.zh), word.en ?? '']))
    .some((word) => word.toLowerCase().replaceAll(/\s+/g, '').includes(wanted));
}
