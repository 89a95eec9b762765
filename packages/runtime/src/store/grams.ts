import type { CaseRow } from '../ports/rows.ts';
import { initialPairs } from './initials.ts';

/** The longest beginning of a Latin word or a number that is kept. */
const LONGEST = 12;

/** What a case is found by: grams of all its words; those of title and number again as `t:`, pairs of the title's pinyin initials as `p:`. */
export function gramsOf(row: Pick<CaseRow, 'title' | 'number' | 'searchText'>): readonly string[] {
  const title = `${row.title}\n${row.number ?? ''}`;
  const inTitle = grams(title);
  return [
    ...new Set([
      ...grams(row.searchText),
      ...inTitle,
      ...inTitle.map((gram) => `t:${gram}`),
      ...initialPairs(row.title).map((pair) => `p:${pair}`),
    ]),
  ];
}

/** Characters and neighbouring pairs of Chinese, beginnings of Latin words and numbers. */
function grams(text: string): readonly string[] {
  return runsOf(text).flatMap((run) => {
    if (isLatin(run)) return Array.from({ length: Math.min(run.length, LONGEST) }, (_, length) => run.slice(0, length + 1));
    return [...run, ...pairs(run)];
  });
}

/** A question: of each of its words one alternative must be there, of an alternative all grams. */
export type Wanted = readonly (readonly (readonly string[])[])[];

/** What a case must have to answer a question; with `inTitle`, to answer it by title or number. Empty where nothing is asked. */
export function wanted(question: string, inTitle: boolean): Wanted {
  const prefix = inTitle ? 't:' : '';
  return runsOf(question).map((run) => {
    const literal = (isLatin(run) ? [run.slice(0, LONGEST)] : run.length === 1 ? [run] : pairs(run)).map((gram) => `${prefix}${gram}`);
    return /^[a-z]{2,}$/.test(run) ? [literal, pairs(run).map((pair) => `p:${pair}`)] : [literal];
  });
}

/** Whether these grams answer it. */
export const answers = (has: ReadonlySet<string>, asked: Wanted): boolean =>
  asked.length > 0 && asked.every((word) => word.some((alternative) => alternative.every((gram) => has.has(gram))));

/** A text's stretches of Latin letters and digits, and of other letters, in lower case. */
const runsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[a-z0-9]+|(?:(?![a-z0-9])[\p{L}\p{N}])+/gu) ?? [];

const isLatin = (run: string): boolean => /^[a-z0-9]/.test(run);

function pairs(run: string): readonly string[] {
  const characters = [...run];
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
}
