import type { Language, NextStep, SeatRef, Text } from '@guicheng/server/contract';
import type { Words } from '../words/words.ts';
import type { Word } from '../words/zh.ts';
import { listed } from './listed.ts';

/** Whom the seats are: a post with its people while they are few, else the post alone. */
export function seatsText(seats: readonly SeatRef[], language: Language, t: (text: Text) => string): string {
  const names = [...new Set(seats.map((seat) => t(seat.name)))];
  const people = [...new Set(seats.flatMap((seat) => seat.people.map((person) => t(person.name))))];
  const [only] = names;
  if (names.length === 1 && only !== undefined && people.length > 0 && people.length <= 3 && !people.includes(only))
    return language === 'zh' ? `${only}（${listed(people, language)}）` : `${only} (${listed(people, language)})`;
  return listed(names.slice(0, 3), language) + (names.length > 3 ? '…' : '');
}

/** The word between two steps ahead. */
export const JOINED = { and: 'joinedAnd', or: 'joinedOr', andOr: 'joinedAndOr' } as const satisfies {
  readonly [joined in NonNullable<NextStep['joined']>]: Word;
};

/** Where it goes next and to whom: 收文批办（局领导）; several with whether all of them come or one of them. Empty where nothing follows. */
export function receivers(next: readonly NextStep[], { t, w, language }: Pick<Words, 't' | 'w' | 'language'>): string {
  const said = next.map((one, index) => {
    const seats = listed([...new Set(one.seats.map((seat) => t(seat.name)))].slice(0, 2), language);
    const name = seats === '' ? t(one.step) : language === 'zh' ? `${t(one.step)}（${seats}）` : `${t(one.step)} (${seats})`;
    if (index === 0) return name;
    // Of more than two that stand alike only the last has the word: 甲、乙或丙.
    const { joined = 'and' } = one;
    const more = next[index + 1];
    return more && (more.joined ?? 'and') === joined ? `${w('comma')}${name}` : ` ${w(JOINED[joined])} ${name}`;
  });
  // A full-width bracket brings its own space.
  return said.join('').replaceAll('） ', '）');
}
