import type { DefinitionRef, Digest, Instant, PersonId, Revision, StreamId } from '../words/ids.ts';
import type { Json } from '../words/json.ts';
import type { ScopedData } from '../kernel/change.ts';
import type { Snapshot } from './executor.ts';

/**
 * The parts of a commit, each canonical JSON text with a salted digest of its own, so that one can be erased by order and the chain
 * still verifies. `state` = `{ snapshot, facts }`; `patch` = Change[] on the data; `full` = the whole ScopedData (every 32 revisions);
 * `events` = the stream's events (what is to be sent is among them); `rows` = Row[]; `trail` = Pass[].
 */
export const PARTS = ['state', 'patch', 'full', 'events', 'rows', 'trail'] as const;
export type Part = (typeof PARTS)[number];

export interface Actor {
  readonly id: PersonId | 'system';
  readonly onBehalfOf?: PersonId;
  readonly via: 'person' | 'timer' | 'job' | 'message' | 'import' | 'system';
}

/** A request that was answered: the same id with the same digest gets the same answer, with another digest a refusal. */
export interface Answered {
  readonly id: string;
  readonly digest: Digest;
  readonly answer: Json;
}

/** One entry of a stream: log, outbox and audit at once. Its unique id is `stream@revision`; it is never rewritten. */
export interface Commit {
  readonly stream: StreamId;
  readonly revision: Revision;
  readonly at: Instant;
  /** Random; tells one's own commit from a rival's when an acknowledgement got lost. */
  readonly nonce: string;
  readonly actor: Actor;
  readonly request?: Answered;
  readonly definition?: DefinitionRef;
  readonly executor?: Snapshot['executor'];
  readonly parts: { readonly [P in Part]?: { readonly salt: string; readonly text: string } };
  readonly digests: { readonly [P in Part]?: Digest };
  /** The hash of the commit before; 64 zeros for the first. */
  readonly previous: Digest;
  /** Of the header without parts. */
  readonly hash: Digest;
}

/** A stream as it stands: its head projection plus the log's tail, never behind the log. */
export interface Head {
  readonly stream: StreamId;
  readonly revision: Revision;
  readonly at: Instant;
  readonly hash: Digest;
  readonly snapshot?: Snapshot;
  readonly data: ScopedData;
  /** What the stream's decisions need beside the snapshot: CaseFacts, a definition, the organization, a series' counter. */
  readonly facts: Json;
  /** The last 64. */
  readonly answered: readonly Answered[];
}
