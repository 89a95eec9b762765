import type { Day } from '../words/ids.ts';
import { isWeekday, yearOf } from './day.ts';
import { type Notice, noticeOf } from './notice.ts';

/** The office's calendar: Monday to Friday, but for what the State Council announced (节假日, 调休). */
export interface Calendar {
  /** In a year that is not announced plainly Monday to Friday. */
  isWorkingDay(day: Day): boolean;
  /** Whether the notice of a year is known; what is counted into another year is provisional. */
  announced(year: number): boolean;
}

/** A year as an administrator imports it from the notice. */
export interface AnnouncedYear {
  readonly year: number;
  readonly daysOff: readonly Day[];
  /** Saturdays and Sundays that are worked (调休). */
  readonly workingDays: readonly Day[];
}

/** The calendar of `chinese-days`, with years that it does not hold yet; an imported year takes the place of the packaged one. */
export function officialCalendar(extra: readonly AnnouncedYear[] = []): Calendar {
  const imported = new Map(extra.map((announced) => [announced.year, noticeFrom(announced)]));
  const notice = (year: number): Notice | undefined => imported.get(year) ?? noticeOf(year);
  // A notice reaches back into the December before it (2018-12-29 was worked by the notice of 2019).
  const reachingBack = new Map(
    extra.flatMap((announced) => [...noticeFrom(announced)].filter(([day]) => yearOf(day) === announced.year - 1)),
  );
  return {
    announced: (year) => notice(year) !== undefined,
    isWorkingDay(day) {
      const own = notice(yearOf(day));
      return (own && (reachingBack.get(day) ?? own.get(day))) ?? isWeekday(day);
    },
  };
}

const noticeFrom = (announced: AnnouncedYear): Notice =>
  new Map([...announced.daysOff.map((day) => [day, false] as const), ...announced.workingDays.map((day) => [day, true] as const)]);
