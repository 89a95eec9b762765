import type { Server as HttpServer } from 'node:http';
import type { Office } from '@guicheng/runtime';
import { Server } from 'socket.io';
import type { ServerSays } from '../contract.ts';
import { isOwnOrigin, tokenIn } from '../session/cookie.ts';
import { hostOf, type Trusts } from '../session/host.ts';
import { isActive } from '../session/isActive.ts';
import { sessionKey, type Sessions } from '../session/sessions.ts';
import { gather } from './gather.ts';
import { follow } from './follow.ts';

/** How often sockets are asked whether their sessions are still open, in milliseconds: other servers end sessions too. */
const CHECKED = 30_000;

/** Nothing is ever sent by browsers; what they may send all the same, in bytes. */
const HEARD = 4096;

/** What the sockets are made of. */
export interface LiveParts {
  readonly http: HttpServer;
  readonly office: Office;
  readonly sessions: Sessions;
  readonly trusts: Trusts;
}

/** The sockets as they run. */
export interface Live {
  /** How many browsers listen. */
  count(): number;
  /** Lets go of the sockets whose sessions are over, or whose people have left; returns how many. */
  check(): Promise<number>;
  stop(): Promise<void>;
}

/**
 * Tells browsers what changed: only ids and revisions, only to those concerned, each on the sockets of their own open sessions. It reads
 * the log's tail, so that losing a message costs latency and nothing else.
 */
export async function startLive({ http, office, sessions, trusts }: LiveParts): Promise<Live> {
  const sockets = new Server<Record<string, never>, ServerSays, Record<string, never>, { session: string; person: string }>({
    transports: ['websocket'],
    serveClient: false,
    maxHttpBufferSize: HEARD,
    allowRequest: (request, decide) => decide(null, isOwnOrigin(request.headers.origin, hostOf(request, trusts))),
  });
  sockets.use((socket, next) => {
    const token = tokenIn(socket.handshake.headers.cookie);
    sessions.personOf(token).then(async (person) => {
      if (!person || token === undefined || !(await isActive(office, person))) return next(new Error('signInNeeded'));
      socket.data = { session: sessionKey(token), person };
      await socket.join([person, socket.data.session]);
      next();
    }, next);
  });
  sockets.attach(http);
  sessions.onEnd((key) => sockets.in(key).disconnectSockets(true));
  const gathered = gather((person, changes) => sockets.to(person).emit('changes', changes));
  const stopFollowing = await follow(office, gathered);

  async function check(): Promise<number> {
    let gone = 0;
    for (const socket of sockets.of('/').sockets.values()) {
      if ((await sessions.isOpen(socket.data.session)) && (await isActive(office, socket.data.person))) continue;
      socket.disconnect(true);
      gone += 1;
    }
    return gone;
  }
  // A store that is away for a moment ends no session.
  const timer = setInterval(() => void check().catch(() => undefined), CHECKED);
  timer.unref();
  return {
    count: () => sockets.of('/').sockets.size,
    check,
    async stop() {
      stopFollowing();
      gathered.stop();
      clearInterval(timer);
      sockets.disconnectSockets(true);
      sockets.engine.close();
    },
  };
}
