import { moment, type Words } from '../../words/words.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How long before `now` a moment was, in words, both by the server's clock; what is a day old or more is said as the moment itself. */
export function ago(at: string, now: string, w: Words['w']): string {
  const passed = Date.parse(now) - Date.parse(at);
  if (passed < MINUTE) return w('justNow');
  if (passed < HOUR) return w('minutesAgo', { count: Math.floor(passed / MINUTE) });
  if (passed < 24 * HOUR) return w('hoursAgo', { count: Math.floor(passed / HOUR) });
  return moment(at, new Date(now));
}
