import { createHash, randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** How long a session lasts after its last use, in milliseconds. */
export const SESSION_MS = 12 * 3600_000;

export interface Account {
  readonly person: string;
  /** argon2id, with its salt and parameters. */
  readonly password: string;
}

interface Kept {
  readonly accounts: readonly Account[];
  /** By the digest of the token: who reads the file cannot sign in with it. */
  readonly sessions: { readonly [digest: string]: { readonly person: string; readonly until: number } };
}

/** Accounts and sessions, in one small file of the data folder; each change is on the disk before it is answered. */
export interface Sessions {
  account(person: string): Account | undefined;
  hasAccounts(): boolean;
  setAccount(account: Account): void;
  /** A new session's token; only its digest is kept. */
  begin(person: string): string;
  personOf(token: string | undefined): string | undefined;
  end(token: string): void;
}

export function openSessions(folder: string, now: () => number = Date.now): Sessions {
  const path = join(folder, 'sessions.json');
  let kept: Kept = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Kept) : { accounts: [], sessions: {} };

  function keep(next: Kept): void {
    const part = `${path}.part`;
    const file = openSync(part, 'w', 0o600);
    writeSync(file, JSON.stringify(next));
    fsyncSync(file);
    closeSync(file);
    renameSync(part, path);
    kept = next;
  }
  const live = (): Kept['sessions'] => Object.fromEntries(Object.entries(kept.sessions).filter(([, session]) => session.until > now()));

  return {
    account: (person) => kept.accounts.find((account) => account.person === person),
    hasAccounts: () => kept.accounts.length > 0,
    setAccount(account) {
      keep({ ...kept, accounts: [...kept.accounts.filter((other) => other.person !== account.person), account] });
    },
    begin(person) {
      const token = randomBytes(32).toString('hex');
      keep({ ...kept, sessions: { ...live(), [digestOf(token)]: { person, until: now() + SESSION_MS } } });
      return token;
    },
    personOf(token) {
      const name = token && digestOf(token);
      const session = name ? kept.sessions[name] : undefined;
      if (!name || !session || session.until <= now()) return undefined;
      // Prolonged when a quarter of it is gone, so that not every request writes.
      if (session.until - now() < SESSION_MS * 0.75)
        keep({ ...kept, sessions: { ...live(), [name]: { ...session, until: now() + SESSION_MS } } });
      return session.person;
    },
    end(token) {
      const { [digestOf(token)]: ended, ...sessions } = kept.sessions;
      if (ended) keep({ ...kept, sessions });
    },
  };
}

const digestOf = (token: string): string => createHash('sha256').update(token).digest('hex');
