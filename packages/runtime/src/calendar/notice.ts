import chineseDays from 'chinese-days';
import type { Day } from '../words/ids.ts';
import { addDays, yearOf } from './day.ts';

/** What the State Council announced for a year: the days that differ from the plain week (true = work). */
export type Notice = ReadonlyMap<Day, boolean>;

// A CommonJS package, of which Node can import the default only; a bundler finds the same members there.
const official: Pick<typeof chineseDays, 'getDayDetail'> = chineseDays;

const read = new Map<number, Notice | undefined>();

/** The notice of a year as `chinese-days` holds it; undefined where it holds none. The first question about a year costs some 2 ms. */
export function noticeOf(year: number): Notice | undefined {
  if (!read.has(year)) read.set(year, readNotice(year));
  return read.get(year);
}

function readNotice(year: number): Notice | undefined {
  // New Year's Day stands in every notice.
  if (!stated(`${year}-01-01` as Day)) return undefined;
  const notice = new Map<Day, boolean>();
  for (let day = `${year}-01-01` as Day; yearOf(day) === year; day = addDays(day, 1)) {
    const exception = stated(day);
    if (exception) notice.set(day, exception.work);
  }
  return notice;
}

function stated(day: Day): { readonly work: boolean } | undefined {
  // The package reads texts as UTC but works in the machine's zone. West of Greenwich its table is a day off, and so is every question put
  // as a text: the two agree. The day of the week it gives is wrong there, so only days that stand in a notice are taken from it.
  const { name, work } = official.getDayDetail(day);
  // A day of a notice is named after its festival, `Spring Festival,春节,4`; any other after the day of the week.
  return name.includes(',') ? { work } : undefined;
}
