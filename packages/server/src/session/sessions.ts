import { createHash, randomBytes } from 'node:crypto';
import { id, type Clock, type Instant, type Notes } from '@guicheng/runtime';

/** How long a session lasts after its last use, in milliseconds. */
export const SESSION_MS = 12 * 3600_000;

export interface Account {
  readonly person: string;
  /** argon2id, with its salt and parameters. */
  readonly password: string;
}

/** Accounts and sessions, kept among the store's notes; each change is durable before it is answered. */
export interface Sessions {
  account(person: string): Promise<Account | undefined>;
  hasAccounts(): Promise<boolean>;
  setAccount(account: Account): Promise<void>;
  /** A new session's token; only its digest is kept, so that who reads the store cannot sign in with it. */
  begin(person: string): Promise<string>;
  personOf(token: string | undefined): Promise<string | undefined>;
  end(token: string): Promise<void>;
}

export function openSessions(notes: Notes, clock: Clock): Sessions {
  const later = (): Instant => id(new Date(Date.parse(clock.now()) + SESSION_MS).toISOString());
  const put = (token: string, person: string): Promise<void> =>
    notes.put(sessionKey(token), { value: person, savedAt: clock.now(), until: later() });
  return {
    async account(person) {
      const note = await notes.get(`account/${person}`);
      return note && { person, password: String(note.value) };
    },
    hasAccounts: async () => (await notes.list('account/', 1)).length > 0,
    setAccount: ({ person, password }) => notes.put(`account/${person}`, { value: password, savedAt: clock.now() }),
    async begin(person) {
      const token = randomBytes(32).toString('hex');
      await put(token, person);
      return token;
    },
    async personOf(token) {
      if (!token) return undefined;
      const session = await notes.get(sessionKey(token));
      if (!session) return undefined;
      const person = String(session.value);
      // Prolonged when a quarter of it is gone, so that not every request writes.
      if (Date.parse(session.until ?? '') - Date.parse(clock.now()) < SESSION_MS * 0.75) await put(token, person);
      return person;
    },
    end: (token) => notes.drop(sessionKey(token)),
  };
}

const sessionKey = (token: string): string => `session/${createHash('sha256').update(token).digest('hex')}`;
