import { parse, serialize } from 'cookie';
import { SESSION_MS } from './sessions.ts';

const NAME = 'guicheng';

/** The session's token among the cookies of a request. */
export const tokenIn = (header: string | undefined): string | undefined => (header ? parse(header)[NAME] : undefined);

/** The cookie: not for scripts, not for other sites; for encrypted connections only where there is one. */
export const cookieOf = (token: string, secure: boolean): string =>
  serialize(NAME, token, { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge: token === '' ? 0 : SESSION_MS / 1000 });

/** Whether a request comes from a page of this server: its Origin, where there is one, names the host it was sent to. */
export function isOwnOrigin(origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined) return true;
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}
