import type { Digest, Instant, StreamId } from '../words/ids.ts';
import type { Json } from '../words/json.ts';
import { id } from '../words/ids.ts';
import { instant, milliseconds } from '../words/clock.ts';
import type { Actor, Answered, Head, Part } from '../ports/commit.ts';
import type { Snapshot } from '../ports/executor.ts';
import { seal } from '../ports/seal.ts';
import type { Store } from '../ports/store.ts';
import type { Clock } from '../words/clock.ts';

/** The hash before the first commit. */
const GENESIS: Digest = id('0'.repeat(64));

/** What is to be appended to a stream after its head. */
export interface Entry {
  readonly stream: StreamId;
  readonly actor: Actor;
  readonly parts: { readonly [P in Part]?: Json };
  readonly request?: Answered;
  readonly snapshot?: Snapshot;
}

/** The moment of the next commit: never before the one it follows, whatever the machine's clock says. */
export function nextInstant(clock: Clock, head: Pick<Head, 'at'> | undefined): Instant {
  const now = milliseconds(clock.now());
  return instant(head ? Math.max(now, milliseconds(head.at)) : now);
}

/** Appends after this head. A lost race is `ok: false`; the caller loads again and decides again. */
export async function append(
  parts: { readonly store: Store; readonly random: () => string },
  head: Pick<Head, 'revision' | 'hash'> | undefined,
  entry: Entry & { readonly at: Instant },
) {
  const commit = seal({
    stream: entry.stream,
    revision: (head?.revision ?? 0) + 1,
    at: entry.at,
    nonce: parts.random(),
    actor: entry.actor,
    parts: entry.parts,
    previous: head?.hash ?? GENESIS,
    random: parts.random,
    ...(entry.request ? { request: entry.request } : {}),
    ...(entry.snapshot ? { definition: entry.snapshot.definition, executor: entry.snapshot.executor } : {}),
  });
  return { commit, result: await parts.store.append(commit) };
}
