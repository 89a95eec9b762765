import { digest } from '../words/digest.ts';
import type { DefinitionRef, Digest, Instant, Revision, StreamId } from '../words/ids.ts';
import { canonical, type Json } from '../words/json.ts';
import { PARTS, type Actor, type Answered, type Commit, type Part } from './commit.ts';
import type { Snapshot } from './executor.ts';

/** What a commit is made of before it is sealed. */
export interface Unsealed {
  readonly stream: StreamId;
  readonly revision: Revision;
  readonly at: Instant;
  readonly nonce: string;
  readonly actor: Actor;
  readonly request?: Answered;
  readonly definition?: DefinitionRef;
  readonly executor?: Snapshot['executor'];
  readonly parts: { readonly [P in Part]?: Json };
  readonly previous: Digest;
  /** Makes the salts, without which an erased part could be guessed from its digest. */
  readonly random: () => string;
}

/** Seals a commit: each part gets a salted digest, the header with these digests the hash that the next commit names. */
export function seal({ parts: values, random, ...header }: Unsealed): Commit {
  const parts: { [P in Part]?: { readonly salt: string; readonly text: string } } = {};
  const digests: { [P in Part]?: Digest } = {};
  for (const part of PARTS) {
    const value = values[part];
    if (value === undefined) continue;
    const salt = random();
    const text = canonical(value);
    parts[part] = { salt, text };
    digests[part] = digest(`${salt}\n${text}`);
  }
  return { ...header, parts, digests, hash: hashOf({ ...header, digests }) };
}

const hashOf = (header: Omit<Commit, 'parts' | 'hash'>): Digest => digest(canonical(header as unknown as Json));

/** The first commit at which a chain does not hold, with what is wrong; undefined where it holds. Erased parts do not break it. */
export function brokenAt(
  commits: readonly Commit[],
  before?: Commit,
): { readonly revision: Revision; readonly what: 'order' | 'link' | 'header' | Part } | undefined {
  let last = before;
  for (const commit of commits) {
    const { parts, hash, ...header } = commit;
    if (commit.revision !== (last?.revision ?? 0) + 1) return { revision: commit.revision, what: 'order' };
    if (last && commit.previous !== last.hash) return { revision: commit.revision, what: 'link' };
    if (hashOf(header) !== hash) return { revision: commit.revision, what: 'header' };
    for (const part of PARTS) {
      const stored = parts[part];
      if (stored && digest(`${stored.salt}\n${stored.text}`) !== commit.digests[part]) return { revision: commit.revision, what: part };
    }
    last = commit;
  }
  return undefined;
}
