import type { Receiver } from '../../case/event.ts';
import { afterDuration, durationIn } from '../../calendar/duration.ts';
import type { Head } from '../../ports/commit.ts';
import type { OutboxRow } from '../../ports/rows.ts';
import { id, type Instant, type PersonId, type StreamId } from '../../words/ids.ts';
import type { Json } from '../../words/json.ts';
import type { Refused } from '../../words/refusal.ts';
import { append, nextInstant } from '../append.ts';
import type { BringMessage } from '../asks.ts';
import type { Parts } from '../parts.ts';
import { KEPT } from './keptUntil.ts';

/** What a stream of its own says of a message from outside: what it was, and what became of it. */
export interface BroughtFacts {
  readonly input: BringMessage;
  /** Who brought it, and when; absent in what was written before messages from outside were kept. */
  readonly who?: PersonId;
  readonly at?: Instant;
  /** Who gets it. */
  readonly to?: Receiver;
  /** It came early: until when it is kept for whoever begins to wait. */
  readonly until?: Instant;
  /** Nobody gets it any more, and why. */
  readonly refused?: Refused;
}

/** A message from outside as its stream stands. */
export interface Brought {
  readonly head: Pick<Head, 'revision' | 'hash' | 'at'> | undefined;
  readonly id: string;
  readonly facts: BroughtFacts;
}

const streamOf = (message: string): StreamId => id(`message/${message}`);

/** Reads it; undefined where none of this id was ever brought. */
export async function readBrought({ store }: Pick<Parts, 'store'>, message: string): Promise<Brought | undefined> {
  const head = await store.load(streamOf(message));
  return head && { head, id: message, facts: head.facts as unknown as BroughtFacts };
}

/**
 * Writes down what becomes of it; `state` says what its row in the outbox is from then on, for what is kept. Undefined where another was
 * faster.
 */
export async function writeBrought(
  parts: Parts,
  { head, id: message, facts }: Brought,
  state?: OutboxRow['state'],
): Promise<Brought | undefined> {
  const at = nextInstant(parts.clock, head);
  const revision = (head?.revision ?? 0) + 1;
  const row = state && rowOf({ message, facts, at: facts.at ?? at }, revision, state);
  const { commit, result } = await append(parts, head, {
    stream: streamOf(message),
    at,
    actor: facts.who && !head ? { id: facts.who, via: 'person' } : { id: 'system', via: 'message' },
    parts: {
      state: { snapshot: null, facts: facts as unknown as Json },
      ...(row ? { rows: [row as unknown as Json] } : {}),
    },
  });
  return result.ok ? { head: { revision, hash: commit.hash, at }, id: message, facts } : undefined;
}

function rowOf(
  { message, facts, at }: { readonly message: string; readonly facts: BroughtFacts; readonly at: Instant },
  revision: number,
  state: OutboxRow['state'],
): OutboxRow {
  const { name, key, payload } = facts.input;
  return {
    table: 'outbox',
    id: message,
    revision,
    case: null,
    kind: 'message',
    element: null,
    name,
    key: key ?? null,
    payload,
    sentAt: at,
    until: facts.until ?? null,
    state,
  };
}

/** Until when one that comes now is kept, if nobody waits for it yet. */
export function broughtUntil({ keepFor }: BringMessage, at: Instant): Instant | undefined {
  const duration = durationIn(keepFor ?? KEPT);
  return duration && afterDuration(at, duration);
}
