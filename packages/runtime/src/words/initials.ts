/**
 * The first characters, in the order of pinyin, of each initial letter: a character sorts from its own letter's up to the next one's.
 * No syllable begins with i, u or v.
 */
const FIRST = '阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨他屲夕丫帀';
const LETTERS = 'abcdefghjklmnopqrstwxyz';

/** The second reading of characters that an office writes often, where it begins with another letter. */
const ALSO: { readonly [character: string]: string } = {
  调: 't',
  重: 'c',
  长: 'c',
  会: 'k',
  行: 'h',
  传: 'z',
  厦: 'x',
  校: 'j',
  单: 's',
  藏: 'z',
  参: 's',
  朝: 'z',
  乐: 'y',
  解: 'x',
  系: 'j',
  给: 'j',
  降: 'x',
  弹: 't',
  省: 'x',
  期: 'j',
};

const collator = new Intl.Collator('zh-Hans-u-co-pinyin');
const known = new Map<string, string>();

/** The first letters of a Chinese character’s readings in pinyin (长 is read with z and with c); nothing for any other character. */
export function initialsOf(character: string): string {
  if (!/^\p{Script=Han}$/u.test(character)) return '';
  const cached = known.get(character);
  if (cached !== undefined) return cached;
  let letter = '';
  for (const [index, first] of [...FIRST].entries()) {
    if (collator.compare(first, character) > 0) break;
    letter = LETTERS[index] ?? '';
  }
  const letters = letter + (ALSO[character] ?? '');
  known.set(character, letters);
  return letters;
}
