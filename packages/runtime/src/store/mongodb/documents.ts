import type { Part } from '../../ports/commit.ts';
import type { CaseId, DefinitionRef, FileId, Instant, PersonId, ProcessKey, Revision, StreamId } from '../../words/ids.ts';
import type { Place } from '../places.ts';

/** A commit. `_id` is `stream@revision`: inserting it is the only thing that two could contest. Never changed but by an order of erasure. */
export interface CommitDocument {
  readonly _id: string;
  readonly stream: StreamId;
  readonly revision: Revision;
  readonly nonce: string;
  /** Which opened store inserted it. */
  readonly by: string;
  /** Since when its projections and its entry in the journal may be missing; gone once both are there. */
  readonly unsettled?: string;
  /** The answered request as JSON. */
  readonly request?: string;
  /** The commit without its parts, as JSON. */
  readonly header: string;
  readonly parts?: { readonly [P in Part]?: { readonly salt: string; readonly text: string } };
}

/** One entry of the journal of changes: `_id` counts from 1 without a gap. */
export interface JournalDocument {
  readonly _id: number;
  readonly nonce: string;
  /** `stream@revision` of each commit. */
  readonly rows: readonly string[];
}

/** A projection: it stands until one with the same `_id` and a revision no lower comes. */
export interface Projected {
  readonly _id: string;
  readonly revision: Revision;
  /** The head or row whole, as JSON, so that no key of an office's data becomes a field name. */
  readonly json: string;
}

export interface CaseDocument extends Projected {
  readonly key: string;
  readonly flow: ProcessKey;
  readonly definition: DefinitionRef;
  readonly status: string;
  readonly initiator?: PersonId;
  readonly ended: boolean;
  readonly rank: number;
  readonly readers: readonly string[];
  readonly choosing?: readonly string[];
  readonly grams: readonly string[];
}

export interface TaskDocument extends Projected {
  readonly case: CaseId;
  readonly places: readonly Place[];
  readonly key: string;
  readonly flow: ProcessKey;
  readonly element: string;
  readonly rank: number;
  readonly barred?: readonly PersonId[];
}

export interface DueDocument extends Projected {
  readonly armed: boolean;
  readonly at: Instant;
}

export interface SubscriptionDocument extends Projected {
  readonly name: string;
  readonly to: string;
  readonly open: boolean;
}

export interface OutboxDocument extends Projected {
  readonly case: CaseId;
  readonly open: boolean;
  readonly sent: Instant;
}

export interface FileRowDocument extends Projected {
  readonly case: CaseId;
}

/** Who holds a lease: `_id` is `name@n`, the highest n counts. */
export interface LeaseDocument {
  readonly _id: string;
  readonly name: string;
  readonly n: number;
  readonly holder: string;
  readonly nonce: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}

export interface NoteDocument {
  readonly _id: string;
  readonly saved: Instant;
  readonly until?: Instant;
  readonly json: string;
}

/** A file; there once it is `whole`. */
export interface FileDocument {
  readonly _id: FileId;
  readonly uploaded: Instant;
  readonly whole: boolean;
  /** Not known yet whether a case refers to it. */
  readonly loose: boolean;
  readonly chunks: number;
  readonly json: string;
}

/** A piece of a file: `_id` is `file/n`, n counts from 0. */
export interface ChunkDocument {
  readonly _id: string;
  readonly file: FileId;
  readonly bytes: Uint8Array;
}
