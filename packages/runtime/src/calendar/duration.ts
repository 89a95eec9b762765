import { DateTime, Duration } from 'luxon';
import { type Instant, id } from '../words/ids.ts';
import { SHANGHAI } from './moment.ts';

/** In milliseconds, some hundred years: what is longer is a slip of the pen. */
const LONGEST = 100 * 366 * 86_400_000;

/** An ISO 8601 duration such as `P3D`, `PT1H30M`; undefined for anything else, for negative ones and those beyond a hundred years. */
export function durationIn(text: string): Duration | undefined {
  if (!/^P[\dTYMWDHS.,]{2,40}$/.test(text)) return undefined;
  const duration = Duration.fromISO(text);
  return duration.isValid && duration.toMillis() >= 0 && duration.toMillis() <= LONGEST ? duration : undefined;
}

/** So many durations after a moment, by the calendar of Shanghai (the 31st plus a month is the month's last day); undefined beyond the year 2199. */
export function afterDuration(from: Instant, duration: Duration, times = 1): Instant | undefined {
  const at = DateTime.fromISO(from, { zone: SHANGHAI }).plus(duration.mapUnits((amount) => amount * times));
  return at.isValid && at.year < 2200 ? id(at.toUTC().toISO()) : undefined;
}
