import type { Office } from '@guicheng/runtime';
import type { Gathered } from './gather.ts';

/** How often the log's tail is looked at for other servers' commits, in milliseconds. */
const LOOK = 500;

/** How many commits are looked at together. */
const PAGE = 200;

/** Follows the log from now on: kicked by this server's own commits, looking by itself for those of others. Returns how to stop. */
export async function follow(office: Office, gathered: Gathered): Promise<() => void> {
  let cursor = await office.tail();
  let looking = false;
  let again = false;
  let stopped = false;

  async function look(): Promise<void> {
    if (stopped) return;
    if (looking) {
      again = true;
      return;
    }
    looking = true;
    try {
      do {
        again = false;
        const news = await office.announcements(cursor, PAGE);
        // Only when the whole page is noted: what is told carries the cursor of its end.
        for (const { people, ...changed } of news.rows) for (const person of people) gathered.note(person, changed);
        for (const person of news.drawers) gathered.noteDrawings(person);
        if (news.rows.length + news.drawers.length > 0 && news.cursor !== cursor) again = !stopped;
        cursor = news.cursor;
        gathered.tellUpTo(cursor);
      } while (again);
    } catch {
      // The store is away for a moment: the next look begins where this one ended.
    } finally {
      looking = false;
    }
  }

  const stopListening = office.onChange(() => void look());
  const timer = setInterval(() => void look(), LOOK);
  timer.unref();
  return () => {
    stopped = true;
    stopListening();
    clearInterval(timer);
  };
}
