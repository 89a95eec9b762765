import { type Day, type Instant, id } from '../words/ids.ts';

const OFFSET = 8 * 3_600_000;
const DAY = 86_400_000;

/** The day in Asia/Shanghai in which a moment lies. China has had no other offset than +08:00 since 1991, so no zone data are needed. */
export const dayOf = (at: Instant): Day => dayAt(Math.floor((Date.parse(at) + OFFSET) / DAY));

/** 24:00 in Asia/Shanghai: the first moment that is no longer in the day. */
export const endOfDay = (day: Day): Instant => id(new Date((numberOf(day) + 1) * DAY - OFFSET).toISOString());

/** Whether a text is a real day written `2026-11-24`, of the years 1900 to 2199. */
export function isDay(text: string): text is Day {
  if (!/^(?:19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false;
  const at = Date.parse(text);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** So many calendar days later; earlier where negative. */
export const addDays = (day: Day, days: number): Day => dayAt(numberOf(day) + days);

/** How many calendar days lie between: 1 from one day to the next, negative backwards. */
export const daysBetween = (from: Day, to: Day): number => numberOf(to) - numberOf(from);

export const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** Monday to Friday by the week alone, without holidays. */
export const isWeekday = (day: Day): boolean => {
  const inWeek = new Date(numberOf(day) * DAY).getUTCDay();
  return inWeek !== 0 && inWeek !== 6;
};

const numberOf = (day: Day): number => Date.parse(day) / DAY;
const dayAt = (number: number): Day => id(new Date(number * DAY).toISOString().slice(0, 10));
