import { createHash, randomBytes } from 'node:crypto';
import { id, type Clock, type Instant, type Notes } from '@guicheng/runtime';

/** How long a session lasts after its last use, in milliseconds. */
export const SESSION_MS = 12 * 3600_000;

/** How long who asks is remembered, in milliseconds: a session that ends on another server may live so much longer here. */
const REMEMBERED = 2000;

/** More sessions than this are not remembered at once. */
const MOST = 10_000;

/** Who is signed in, kept among the store's notes under the digest of a token: who reads the store cannot sign in with it. */
export interface Sessions {
  /** A new session's token. */
  begin(person: string): Promise<string>;
  /** Whose session it is; using it prolongs it. */
  personOf(token: string | undefined): Promise<string | undefined>;
  /** Whether a session under this key is still open, without prolonging it. */
  isOpen(key: string): Promise<boolean>;
  end(token: string): Promise<void>;
  /** Ends all sessions of a person, on whatever machine they were begun. */
  endAll(person: string): Promise<void>;
  /** Tells the key of each session that ends here. */
  onEnd(tell: (key: string) => void): void;
}

/** Under which key a session is kept. */
export const sessionKey = (token: string): string => `session/${createHash('sha256').update(token).digest('hex')}`;

/** Opens the sessions of a store. */
export function openSessions(notes: Notes, clock: Clock): Sessions {
  const remembered = new Map<string, { readonly person: string; readonly at: number }>();
  const listeners: ((key: string) => void)[] = [];
  const now = (): number => Date.parse(clock.now());
  const later = (): Instant => id(new Date(now() + SESSION_MS).toISOString());
  const put = (key: string, person: string): Promise<void> => notes.put(key, { value: person, savedAt: clock.now(), until: later() });
  const remember = (key: string, person: string): void => {
    if (remembered.size >= MOST) remembered.clear();
    remembered.set(key, { person, at: now() });
  };
  const drop = async (key: string): Promise<void> => {
    await notes.drop(key);
    remembered.delete(key);
    for (const tell of listeners) tell(key);
  };

  return {
    async begin(person) {
      const token = randomBytes(32).toString('hex');
      await put(sessionKey(token), person);
      return token;
    },
    async personOf(token) {
      if (!token) return undefined;
      const key = sessionKey(token);
      const known = remembered.get(key);
      if (known && now() - known.at < REMEMBERED) return known.person;
      const session = await notes.get(key);
      if (!session) {
        remembered.delete(key);
        return undefined;
      }
      const person = String(session.value);
      // Prolonged when a quarter of it is gone, so that not every request writes.
      if (Date.parse(session.until ?? '') - now() < SESSION_MS * 0.75) await put(key, person);
      remember(key, person);
      return person;
    },
    isOpen: async (key) => (await notes.get(key)) !== undefined,
    end: (token) => drop(sessionKey(token)),
    async endAll(person) {
      for (const session of await notes.list('session/', MOST)) if (session.value === person) await drop(session.key);
    },
    onEnd: (tell) => void listeners.push(tell),
  };
}
