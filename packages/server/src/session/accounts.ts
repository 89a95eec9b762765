import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { id, type Clock, type Notes } from '@guicheng/runtime';

/** How long an invitation may be used, in milliseconds. */
const INVITED_MS = 7 * 24 * 3600_000;

/** Who can sign in with a password, and who was invited to choose one; kept among the store's notes. */
export interface Accounts {
  /** Whether anybody has a password. */
  any(): Promise<boolean>;
  /** Takes as long for a name without an account as for a wrong password. */
  isRight(person: string | undefined, password: string): Promise<boolean>;
  setPassword(person: string, password: string): Promise<void>;
  /** The person can no longer sign in, invitations included. */
  remove(person: string): Promise<void>;
  /** A token with which this person chooses a password, once; an earlier one is void from now on. */
  invite(person: string, by: string): Promise<{ readonly token: string; readonly until: string }>;
  /** Who holds this invitation; undefined where it was used, replaced, is over or never was. */
  invited(token: string): Promise<string | undefined>;
  /** Who has a password, and who has an invitation. */
  all(): Promise<{ readonly active: ReadonlySet<string>; readonly invited: ReadonlySet<string> }>;
}

/** More accounts than an office has people. */
const MOST = 20_000;

const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Whether two secrets are the same, in a time that does not tell how much of them is. */
export const sameSecret = (left: string, right: string): boolean => timingSafeEqual(digestOf(left), digestOf(right));

/** Opens the accounts of a store. Passwords are kept as argon2id with salt and parameters, invitations by their digest. */
export function openAccounts(notes: Notes, clock: Clock): Accounts {
  const decoy = hash(randomBytes(16).toString('hex'));
  const names = async (prefix: string): Promise<ReadonlySet<string>> =>
    new Set((await notes.list(prefix, MOST)).map((note) => note.key.slice(prefix.length)));
  return {
    any: async () => (await notes.list('account/', 1)).length > 0,
    async isRight(person, password) {
      const kept = person === undefined ? undefined : await notes.get(`account/${person}`);
      const right = await verify(kept ? String(kept.value) : await decoy, password).catch(() => false);
      return kept !== undefined && right;
    },
    async setPassword(person, password) {
      await notes.put(`account/${person}`, { value: await hash(password), savedAt: clock.now() });
      await notes.drop(`invitation/${person}`);
    },
    async remove(person) {
      await notes.drop(`invitation/${person}`);
      await notes.drop(`account/${person}`);
    },
    async invite(person, by) {
      const token = `${person}.${randomBytes(16).toString('hex')}`;
      const until = new Date(Date.parse(clock.now()) + INVITED_MS).toISOString();
      const value = { digest: digestOf(token).toString('hex'), by };
      await notes.put(`invitation/${person}`, { value, savedAt: clock.now(), until: id(until) });
      return { token, until };
    },
    async invited(token) {
      const person = token.slice(0, Math.max(0, token.lastIndexOf('.')));
      const kept = person === '' ? undefined : await notes.get(`invitation/${person}`);
      const { digest } = (kept?.value ?? { digest: '' }) as { readonly digest: string };
      return digest !== '' && sameSecret(digest, digestOf(token).toString('hex')) ? person : undefined;
    },
    all: async () => ({ active: await names('account/'), invited: await names('invitation/') }),
  };
}
