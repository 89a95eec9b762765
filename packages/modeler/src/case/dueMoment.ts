import { moment } from '../words/words.ts';

/** When something is due, as the office says it: the end of a day is its 24:00, not the next day's 00:00. */
export function dueMoment(at: string): string {
  const due = new Date(at);
  if (due.getHours() !== 0 || due.getMinutes() !== 0) return moment(at);
  return moment(new Date(due.getTime() - 60_000).toISOString()).replace(/23:59$/, '24:00');
}
