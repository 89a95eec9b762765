import type { Text } from '../words/text.ts';
import type { FormField } from './formField.ts';
import type { SeatRef } from './personRef.ts';

/** What whoever looks after a case can do about something that stands still. */
export interface IncidentActs {
  /** Whether it can be passed over. */
  readonly skip: boolean;
  /** The ways on from there, where there are several; `usual` is the one that is taken where none is chosen. */
  readonly ways: readonly { readonly flow: string; readonly name: Text; readonly to: Text; readonly usual: boolean }[];
  /** What it reads, to be changed before it is tried again. */
  readonly fields: readonly FormField[];
}

/** A countersigning that runs, with everybody on its list. */
export interface Signing {
  readonly host: string;
  readonly step: Text;
  /** What is on the list; number: so many times, for nobody in particular; null: nothing of these, so that nobody can be added. */
  readonly kind: 'person' | 'unit' | 'number' | null;
  readonly inTurn: boolean;
  /** Why nobody can be added; null where somebody can. */
  readonly full: Text | null;
  /** What the asker may do. */
  readonly mayAdd: boolean;
  readonly mayRemove: boolean;
  readonly signers: readonly Signer[];
}

/** One part of a countersigning. */
export interface Signer {
  /** Null: not begun. */
  readonly visit: string | null;
  readonly item: string;
  readonly name: Text;
  readonly state: 'answered' | 'open' | 'waiting';
  /** Why it cannot be taken away; null where it can. */
  readonly kept: Text | null;
}

/** An ad-hoc sub-process that runs, as its people see it: what may be begun now. */
export interface Startable {
  readonly scope: string;
  readonly step: Text;
  /** Only those steps that the asker may begin. */
  readonly start: readonly { readonly element: string; readonly step: Text; readonly seats: readonly SeatRef[] }[];
  /** Whether the asker may say that it is done. */
  readonly mayConclude: boolean;
  /** Steps inside that are open: they end with it. */
  readonly open: readonly Text[];
}

/** GET /api/me/startable: what the asker may begin at any time, with the case that it is of. */
export interface StartableInCase {
  readonly case: string;
  readonly title: string;
  readonly number: string | null;
  readonly flowName: Text;
  readonly work: Startable;
}

/** GET /api/cases/:case/places?take=: where a running case may be moved to, or an ended one be woken. */
export interface PlacesPage {
  readonly kind: 'jump' | 'reopen';
  /** What stands somewhere and could be taken. */
  readonly standing: readonly Stands[];
  readonly places: readonly PlaceOption[];
}

export interface Stands {
  readonly visit: string;
  readonly element: string;
  readonly step: Text;
  /** waits: it has come to a join; still: an incident. */
  readonly state: 'open' | 'waits' | 'still';
  readonly seats: readonly SeatRef[];
  readonly taken: boolean;
}

export interface PlaceOption {
  readonly element: string;
  readonly scope: string;
  readonly definition: string;
  readonly step: Text;
  readonly legal: boolean;
  readonly reason: Text | null;
  /** Steps that end with it beside those that are taken. */
  readonly ends: readonly Text[];
  /** Whom it would be addressed to. */
  readonly seats: readonly SeatRef[];
}
