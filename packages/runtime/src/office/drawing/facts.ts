import type { Look } from '../../diagram/look.ts';
import { id, type Digest, type Instant, type PersonId, type StreamId } from '../../words/ids.ts';

/** A drawing draft: what somebody draws for the next version of a file. Its text is a note beside the stream (`texts.ts`). */
export interface DrawingDraft {
  /** The version that it was begun on; 0 where there was none. */
  readonly base: number;
  /** The name of its text. */
  readonly text: string;
  readonly digest: Digest;
  readonly savedAt: Instant;
  readonly savedBy: PersonId;
  readonly about: Omit<Look, 'ok'>;
}

/** Who draws: a person in one tab, known by the digest of the tab's own secret. */
export interface DrawingHold {
  readonly person: PersonId;
  readonly hold: Digest;
  readonly since: Instant;
}

/**
 * The drawing of a file as its stream states it with every commit. Each save, hold and take-over is one commit, so that who was first is
 * decided by the store and nowhere else.
 */
export interface DrawingFacts {
  readonly file: string;
  /** The commit of the last change of what is drawn – a save, a discard –: what the next save is based on. 0: never drawn on. */
  readonly revision: number;
  readonly draft: DrawingDraft | null;
  readonly holder: DrawingHold | null;
  /** Who changed last what is drawn, and when. */
  readonly changed: { readonly by: PersonId; readonly at: Instant } | null;
}

export const drawingStream = (file: string): StreamId => id(`drawing/${file}`);
