/** The office's clock, wherever the reader sits. */
const PARTS = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

const partsOf = (date: Date): { readonly [part: string]: string } =>
  Object.fromEntries(PARTS.formatToParts(date).map(({ type, value }) => [type, value]));

/** The office's own time on the wall, 2026-11-24T09:30, as the moment it is; it has no summer time. */
export const atWall = (wall: string): string => new Date(`${wall}:00+08:00`).toISOString();

/**
 * A moment as the office writes it, by Beijing time: 11-24 09:05, with the year when it is another one than that of `now`. Where `now` is
 * null, as on paper, the year always stands.
 */
export function moment(at: string, now: Date | null = new Date()): string {
  const { year, month, day, hour, minute } = partsOf(new Date(at));
  const written = `${month}-${day} ${hour}:${minute}`;
  return now && year === partsOf(now)['year'] ? written : `${year}-${written}`;
}
