import type { Server as HttpServer } from 'node:http';
import type { Office } from '@guicheng/runtime';
import { Server } from 'socket.io';
import type { Changes, ServerSays } from '../contract.ts';
import { isOwnOrigin, tokenIn } from '../session/cookie.ts';
import type { Sessions } from '../session/sessions.ts';

/** How long changes for one person are gathered after one was told, in milliseconds. */
const MERGED = 250;

/** How often the log's tail is looked at for other servers' commits, in milliseconds. */
const LOOK = 500;

/**
 * Tells browsers what changed: only ids and revisions, only to those concerned. It reads the log's tail, so that losing a message costs
 * latency and nothing else. Returns how to stop.
 */
export function startLive(http: HttpServer, office: Office, sessions: Sessions): () => Promise<void> {
  const sockets = new Server<Record<string, never>, ServerSays>(http, {
    transports: ['websocket'],
    serveClient: false,
    allowRequest: (request, decide) => decide(null, isOwnOrigin(request.headers.origin, request.headers.host)),
  });
  sockets.use((socket, next) => {
    sessions.personOf(tokenIn(socket.handshake.headers.cookie)).then(async (person) => {
      if (!person) return next(new Error('signInNeeded'));
      await socket.join(person);
      next();
    }, next);
  });

  const waiting = new Map<string, Map<string, number>>();
  const resting = new Set<string>();
  let cursor: string | undefined;
  let looking = false;
  let again = false;

  function tell(person: string): void {
    const cases = waiting.get(person);
    waiting.delete(person);
    if (!cases) {
      resting.delete(person);
      return;
    }
    const changes: Changes = { cursor: cursor ?? '', cases: [...cases].map(([one, revision]) => ({ case: one, revision })) };
    sockets.to(person).emit('changes', changes);
    // The first is told at once; what comes within the next quarter of a second goes together.
    resting.add(person);
    setTimeout(() => tell(person), MERGED).unref();
  }

  async function look(): Promise<void> {
    if (cursor === undefined) return;
    if (looking) {
      again = true;
      return;
    }
    looking = true;
    try {
      do {
        again = false;
        const news = await office.announcements(cursor, 200);
        cursor = news.cursor;
        for (const row of news.rows) {
          for (const person of row.people) {
            const cases = waiting.get(person) ?? new Map<string, number>();
            cases.set(row.case, Math.max(row.revision, cases.get(row.case) ?? 0));
            waiting.set(person, cases);
          }
        }
        // Only when the whole page is noted: what is told carries the cursor of its end.
        for (const person of Array.from(waiting.keys())) if (!resting.has(person)) tell(person);
        if (news.rows.length >= 200) again = true;
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
  void office.tail().then((now) => {
    cursor = now;
  });
  return async () => {
    stopListening();
    clearInterval(timer);
    await sockets.close();
  };
}
