import type { CaseId, FileId, Instant, PersonId, Revision, StreamId } from '../words/ids.ts';
import type { Json } from '../words/json.ts';
import type { Commit, Head, Part } from './commit.ts';
import type { DueRow, OutboxRow, SubscriptionRow } from './rows.ts';
import type { Views } from './views.ts';

/** Where commits are kept. One primitive decides every race: `append` of one document under a unique id. */
export interface Store {
  readonly kind: 'memory' | 'sqlite' | 'mongodb';
  /** Resolves when durable. A loser is told who won. Repeating the same commit (same nonce) is ok. Throws only `StoreUnavailable`. */
  append(
    commit: Commit,
  ): Promise<{ readonly ok: true } | { readonly ok: false; readonly winner: Pick<Commit, 'revision' | 'actor' | 'at'> }>;
  /** Head projection plus log tail: never behind the log. */
  load(stream: StreamId): Promise<Head | undefined>;
  log(of: { readonly stream: StreamId; readonly after: Revision; readonly limit: number }): Promise<readonly Commit[]>;
  /** Commits of all streams in some order that never skips one; at least once. The first cursor is `''`. */
  changes(
    after: string,
    limit: number,
  ): Promise<{ readonly rows: readonly { readonly stream: StreamId; readonly revision: Revision }[]; readonly cursor: string }>;
  /** The cursor of now: changes after it are new. */
  tail(): Promise<string>;
  /** Calls back (soon, at least once) after commits, own or others'. Returns how to stop. */
  onChange(tell: () => void): () => void;
  /** Brings a stream's projections up to its log; returns the revision they are at. */
  project(stream: StreamId): Promise<Revision>;
  /** Streams whose projections lag since before that moment; SQLite: none, ever. */
  pending(before: Instant, limit: number): Promise<readonly StreamId[]>;
  streams(prefix: string, after: string, limit: number): Promise<readonly StreamId[]>;
  due(before: Instant, limit: number): Promise<readonly DueRow[]>;
  /** What is not delivered, oldest first, after a row by `sentAt` and `id`; the first page is after nothing. */
  outbox(limit: number, after?: Pick<OutboxRow, 'sentAt' | 'id'>): Promise<readonly OutboxRow[]>;
  subscriptions(name: string, to: 'message' | 'signal'): Promise<readonly SubscriptionRow[]>;
  /** Economy, not correctness: insert of `name@n`. Undefined while another holds it. */
  lease(name: string, holder: string, seconds: number): Promise<{ readonly fence: number } | undefined>;
  /** Erases parts of commits by order; the chain still verifies. The order itself is a commit. */
  erase(order: {
    readonly stream: StreamId;
    readonly parts: readonly Part[];
    readonly upTo: Revision;
    readonly orderedBy: string;
  }): Promise<void>;
  close(): Promise<void>;
  readonly views: Views;
  readonly notes: Notes;
  readonly files: Files;
}

/** What is kept outside all streams: half-filled forms, personal settings, accounts, sessions. */
export interface Note {
  readonly value: Json;
  readonly savedAt: Instant;
  /** From then on, by the store's clock, it is not there. */
  readonly until?: Instant;
}

/** Notes by key, for example `draft/wei/c.v1`: the last write wins by `savedAt`, and nothing but the newest is kept. */
export interface Notes {
  put(key: string, note: Note): Promise<void>;
  get(key: string): Promise<Note | undefined>;
  drop(key: string): Promise<void>;
  /** Those whose key begins so, sorted by key. */
  list(prefix: string, limit: number): Promise<readonly (Note & { readonly key: string })[]>;
  /** Removes those whose time is over; returns how many. */
  sweep(): Promise<number>;
}

export interface StoredFile {
  readonly id: FileId;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly uploadedBy: PersonId;
  readonly uploadedAt: Instant;
}

/** File contents under random names, stored (and fsynced) before the commit that refers to them. The sweeper says when those that no case refers to go. */
export interface Files {
  put(file: StoredFile, content: AsyncIterable<Uint8Array>): Promise<void>;
  about(file: FileId): Promise<StoredFile | undefined>;
  read(file: FileId): Promise<AsyncIterable<Uint8Array> | undefined>;
  /** The case that refers to it; undefined while none does. */
  caseOf(file: FileId): Promise<CaseId | undefined>;
  sweep(before: Instant): Promise<number>;
}

/** The store cannot be reached or has no room: nothing was acknowledged, try again later. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}
