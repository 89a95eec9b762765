import type { DefinitionRef, CaseId, ElementId, Instant, PersonId, Revision, StreamId } from '../../words/ids.ts';
import { id } from '../../words/ids.ts';
import { instant, milliseconds } from '../../words/clock.ts';
import type { Note } from '../../ports/store.ts';
import type { Text } from '../../words/text.ts';

/** A case that is to go over, as it was when it was looked at. */
export interface Meant {
  readonly case: CaseId;
  readonly revision: Revision;
}

/** A case that was found not to be able to go. */
export interface Left {
  readonly case: CaseId;
  readonly reasons: readonly Text[];
}

/** A dry run as it is remembered until the move is begun; beside all streams, as nothing has happened yet. */
export interface Tried {
  readonly who: PersonId;
  readonly flow: string;
  readonly from: DefinitionRef;
  readonly to: DefinitionRef;
  readonly map: { readonly [from: string]: ElementId };
  readonly ready: readonly Meant[];
  readonly left: readonly Left[];
}

/** Where a bulk job stands; small, as each batch states it anew. Which cases it is about stands in its first commit, results in each batch's. */
export interface MigrationFacts {
  readonly id: string;
  readonly file: string;
  readonly flow: string;
  readonly from: DefinitionRef;
  readonly to: DefinitionRef;
  readonly map: { readonly [from: string]: ElementId };
  readonly by: PersonId;
  readonly at: Instant;
  readonly phase: 'moving' | 'moved' | 'undoing' | 'undone';
  readonly undoneBy: PersonId | null;
  readonly total: number;
  /** How many have been decided, of all cases while moving, of those that moved while undoing. */
  readonly next: number;
  readonly moved: number;
  readonly refused: number;
  readonly left: number;
  readonly undone: number;
  readonly kept: number;
}

/** What came of one case. `revision`: the commit that it moved by, on which alone it can be put back. */
export type Outcome =
  | { readonly case: CaseId; readonly outcome: 'moved'; readonly revision: Revision; readonly anew: boolean }
  | { readonly case: CaseId; readonly outcome: 'refused' | 'kept'; readonly anew: boolean; readonly reasons: readonly Text[] }
  | { readonly case: CaseId; readonly outcome: 'undone' };

/** The events of a job's stream. */
export type MigrationEvent =
  | { readonly type: 'MigrationBegun'; readonly ready: readonly Meant[]; readonly left: readonly Left[] }
  | { readonly type: 'CasesDecided'; readonly outcomes: readonly Outcome[] }
  | { readonly type: 'UndoBegun' };

export const migrationStream = (file: string, migration: string): StreamId => id(`migration/${file}/${migration}`);

/** Under which a dry run is kept for a day. */
export const triedKey = (preview: string): string => `migration-tried/${preview}`;

/** Under which a job that is not done is found after a restart; its value is the job's stream. */
export const OPEN_JOBS = 'migration-open/';

/** How long a job may be open, in milliseconds: a note whose job was never begun, because of a crash between the two, goes by itself. */
const OPEN = 30 * 24 * 3600_000;

export const openNote = (stream: StreamId, now: Instant): Note => ({
  value: stream,
  savedAt: now,
  until: instant(milliseconds(now) + OPEN),
});
