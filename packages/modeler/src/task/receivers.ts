import type { Language, SeatRef, TaskPage, Text } from '@guicheng/server/contract';
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

/** Where it goes next and to whom: 收文批办（局领导）; several may be side by side or one instead of the other. Empty where nothing follows. */
export function receivers(next: TaskPage['next'], language: Language, t: (text: Text) => string): string {
  return next
    .map((one) => {
      const seats = listed([...new Set(one.seats.map((seat) => t(seat.name)))].slice(0, 2), language);
      if (seats === '') return t(one.step);
      return language === 'zh' ? `${t(one.step)}（${seats}）` : `${t(one.step)} (${seats})`;
    })
    .join(' / ');
}
