import type { Text } from '../words/text.ts';
import type { PersonRef } from './personRef.ts';

/** GET /api/flows/:flow/drawing?hold=: what a process owner draws on – the draft of the flow's file, or its latest version where there is no draft. */
export interface DrawingPage extends DrawingState {
  readonly flow: string;
  /** All processes of the file. */
  readonly processes: readonly { readonly key: string; readonly name: Text }[];
  readonly xml: string;
  readonly around: Surroundings;
}

/** POST /api/flows/:flow/drawing/hold, …/release, …/discard: how the drawing stands, without its text. */
export interface DrawingState {
  /** What the next save is based on, also where there is no draft: it grows with every save and every discard, never starts again. */
  readonly revision: number;
  /** The newest published version, in force or planned, without what was called off; 0 where there is none. */
  readonly latest: number;
  readonly draft: {
    /** The same as the drawing's revision. */
    readonly revision: number;
    /** The version that it was begun on. */
    readonly base: number;
    readonly savedAt: string;
    readonly savedBy: PersonRef;
  } | null;
  readonly holder: Holder | null;
  /** By the server's own clock, which the other moments are by, too. */
  readonly now: string;
}

/** Who draws: one place at a time. `here` = the very tab that asks, by its hold. */
export interface Holder {
  readonly person: PersonRef;
  readonly here: boolean;
  readonly since: string;
  /** When that tab was last heard of. */
  readonly seenAt: string;
}

/** Another flow, as a drawing refers to it. */
export interface Neighbour {
  readonly key: string;
  readonly name: Text;
  /** The flows that it calls. */
  readonly calls: readonly string[];
  /** What its cases hold values under: the fields of its form, then what is decided, gathered or calculated. */
  readonly fields?: readonly { readonly key: string; readonly name: Text }[];
}

/** What a diagram may refer to beyond its own file, for pickers and rules. */
export interface Surroundings {
  readonly flows: readonly Neighbour[];
  /** The office's posts, with where they are and how many people hold them. */
  readonly posts: readonly { readonly id: string; readonly name: Text; readonly units: readonly Text[]; readonly people: number }[];
  readonly units: readonly { readonly id: string; readonly name: Text }[];
}

/** PUT /api/flows/:flow/drawing: the very same text again is answered with the revision that it has. */
export interface DrawingSaved {
  readonly revision: number;
  readonly savedAt: string;
}

/** GET /api/flows/:flow/drawing/kept: moments of the draft that were kept; GET …/kept/:point gives one's `{ xml }`. */
export interface KeptPoint {
  readonly point: string;
  readonly at: string;
  readonly by: PersonRef;
  readonly words: Text;
}

/** GET /api/flows/:flow/versions, newest first; GET …/versions/:version gives one's `{ xml }`; POST …/:version/call-off, with `{}`, calls off one that is planned, answering with all. */
export interface VersionCard {
  readonly version: number;
  readonly publishedAt: string;
  readonly publishedBy: Text;
  readonly note: string;
  readonly effectiveFrom: string;
  /** `calledOff`: it was planned, and will not come into force. */
  readonly state: 'planned' | 'inForce' | 'past' | 'calledOff';
  /** Cases of the file's processes that run on it. */
  readonly running: number;
}

/** POST /api/flows/:flow/publish */
export interface PublishedPage {
  readonly version: number;
  readonly effectiveFrom: string;
}
