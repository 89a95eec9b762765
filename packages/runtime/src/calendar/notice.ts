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
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  // The package reads a text as UTC but its fields in the machine's zone, a day off west of Greenwich: noon of that zone is right everywhere.
  const detail = official.getDayDetail(new Date(year, month - 1, date, 12));
  // A day of a notice is named after its festival, `Spring Festival,春节,4`; any other after the day of the week.
  return detail.name.includes(',') ? { work: detail.work } : undefined;
}
