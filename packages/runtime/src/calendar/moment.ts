import { DateTime } from 'luxon';
import { instant } from '../words/clock.ts';
import type { Instant } from '../words/ids.ts';
import { addDays, endOfDay, isDay } from './day.ts';

/** The zone in which texts without one are meant. */
export const SHANGHAI = 'UTC+8';

/**
 * A moment written as ISO 8601, of the years from 1900 up to the one given (2200, where days are counted no further); without a zone it is
 * Shanghai's; a day alone is its 24:00. Undefined for anything else.
 */
export function momentIn(text: string, before = 2200): Instant | undefined {
  if (isDay(text)) return endOfDay(text);
  // Anything but digits and the few letters of ISO 8601 stays outside, week and ordinal dates too: people do not write them.
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?$/.test(text)) return undefined;
  const at = DateTime.fromISO(text, { zone: SHANGHAI });
  return at.isValid && at.year >= 1900 && at.toUTC().year < before ? instant(at.toMillis()) : undefined;
}

/** The same, but a day alone is its 00:00: where something begins. */
export const beginningIn = (text: string): Instant | undefined => (isDay(text) ? endOfDay(addDays(text, -1)) : momentIn(text));
