import type { Json } from '../words/json.ts';
import type { Text } from '../words/text.ts';
import type { IncidentActs, Signing, Startable } from './movePages.ts';
import type { FormField } from './formField.ts';
import type { VersionCard } from './drawingPages.ts';
import type { PersonRef, SeatRef } from './personRef.ts';

/**
 * The pages of the office as they are read, and the forms in which commands come (`asks.ts`): what the browser shows, made here, so that
 * a rehearsal in the browser reads the very same. The server only carries them.
 */
export type * from './asks.ts';
export type * from './drawingAsks.ts';
export type * from './drawingPages.ts';
export type * from './formField.ts';
export type * from './migrationPages.ts';
export type * from './moveAsks.ts';
export type * from './movePages.ts';
export type * from './personRef.ts';

// ---- lists ----
export interface Page<Entry> {
  readonly rows: readonly Entry[];
  readonly next: string | null;
}

/** A due time with what is left of it, worked out by the server with the office's calendar. */
export interface Due {
  readonly at: string;
  readonly state: 'late' | 'today' | 'soon' | 'later';
  readonly words: Text;
  readonly provisional: boolean;
}

/** A time limit that runs; `id` is its name in its case. */
export interface RunningLimit {
  readonly id: string;
  readonly name: Text;
  readonly step: Text;
  readonly due: Due;
  /** As the paper says it. */
  readonly words: string | null;
}

/** A card of the board: GET /api/tasks?list=todo|read|done&flow=&cursor=&limit= */
export interface TaskCard {
  readonly id: string;
  readonly case: string;
  readonly flow: string;
  readonly flowName: Text;
  readonly step: Text;
  readonly element: string;
  readonly title: string;
  readonly number: string | null;
  readonly from: PersonRef | null;
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly state: 'open' | 'completed' | 'interrupted' | 'takenBack' | 'cancelled';
  readonly due: Due | null;
  readonly risk: 1 | 2 | 3 | null;
  readonly urgency: string | null;
  readonly clearance: string;
  readonly takenBy: PersonRef | null;
  readonly seats: readonly SeatRef[];
  readonly returned: { readonly by: PersonRef; readonly reason: string } | null;
  readonly guidance: Text | null;
  /** Several of these may be done together. */
  readonly batch: boolean;
  /** Buttons on the card, where the step needs nothing filled in. */
  readonly quick: readonly { readonly value: string; readonly name: Text; readonly manner: 'forward' | 'back' | 'refuse' }[];
}

/** GET /api/me/counts; each stops at 100. */
export interface Counts {
  readonly todo: number;
  readonly read: number;
  readonly started: number;
  readonly overdue: number;
}

/** GET /api/me/changes?since=; also what the socket says as `changes`. `cursor` goes into the next `since`. */
export interface Changes {
  readonly cursor: string;
  readonly cases: readonly { readonly case: string; readonly revision: number }[];
  /** Some drawing was saved, taken, taken over or let go: only process owners are told, and who has one open asks how it stands. */
  readonly drawings?: true | undefined;
}

// ---- forms ----
export interface RiskPoint {
  readonly id: string;
  readonly level: 1 | 2 | 3;
  readonly risk: Text;
  readonly control: Text;
  readonly confirm: boolean;
}

/** A step of the path strip: done, now, next. */
export interface PathStep {
  readonly element: string;
  readonly name: Text;
  readonly state: 'done' | 'now' | 'next';
  readonly people: readonly PersonRef[];
  readonly at: string | null;
}

/** A step that would come next. */
export interface NextStep {
  readonly step: Text;
  /** Whom it would be addressed to. */
  readonly seats: readonly SeatRef[];
  /** How it stands to the step before it in the list: beside it, instead of it, or either as it turns out. Absent in the first. */
  readonly joined?: 'and' | 'or' | 'andOr';
}

/** GET /api/tasks/:task */
export interface TaskPage {
  readonly card: TaskCard;
  readonly definition: string;
  readonly revision: number;
  /** Mine to do now; else the reason in words. */
  readonly mine: boolean;
  readonly notMine: Text | null;
  readonly guidance: Text | null;
  readonly originals: readonly Text[];
  readonly checklist: readonly Text[];
  readonly risks: readonly RiskPoint[];
  readonly fields: readonly FormField[];
  readonly opinions: readonly Opinion[];
  readonly decision: {
    readonly key: string;
    readonly name: Text;
    readonly options: readonly {
      readonly value: string;
      readonly name: Text;
      readonly manner: 'forward' | 'back' | 'refuse';
      readonly to: readonly NextStep[];
    }[];
  } | null;
  /** Where the case goes when there is nothing to decide. */
  readonly next: readonly NextStep[];
  readonly path: readonly PathStep[];
  /** All limits on it, the first to run out first; `card.due` is that one's. */
  readonly limits: readonly RunningLimit[];
  readonly operations: readonly string[];
  /** A half-filled form that this person left behind. */
  readonly draft: { readonly values: { readonly [key: string]: Json }; readonly savedAt: string } | null;
}

export interface Opinion {
  readonly by: PersonRef;
  readonly step: Text;
  readonly at: string;
  readonly field: Text;
  readonly words: string;
  /** Taken back later by a return; kept as history. */
  readonly history: boolean;
}

/** The answer to every command on a case: where it is now. */
export interface Done {
  readonly case: string;
  readonly revision: number;
  readonly now: readonly { readonly task: string; readonly step: Text; readonly seats: readonly SeatRef[] }[];
  readonly ended: boolean;
}
/** The answer to a message from outside that nobody waits for yet: until when it is kept. */
export interface KeptMessage {
  readonly kept: string;
}
/** GET /api/tasks/:task/returns */
export interface ReturnTarget {
  readonly visit: string;
  readonly element: string;
  readonly step: Text;
  readonly by: PersonRef | null;
  readonly at: string | null;
  readonly legal: boolean;
  readonly reason: Text | null;
  /** Names of open steps beside that a redo takes back. */
  readonly takesBack: readonly Text[];
}
// ---- flows and cases ----
/** GET /api/flows: the shelf, and what this person may start. */
export interface FlowCard {
  /** Also the key of a flow that was never published (`version` 0). */
  readonly key: string;
  readonly number: number | null;
  readonly name: Text;
  readonly area: string | null;
  readonly version: number;
  readonly publishedAt: string;
  readonly running: number;
  readonly startable: boolean;
  readonly steps: number;
  readonly risk: 1 | 2 | 3 | null;
  /** For process owners, where somebody draws or has drawn on its file: whose it is, since when, and who draws right now. */
  readonly draft?: { readonly savedBy: PersonRef; readonly savedAt: string; readonly holder: PersonRef | null };
  /** For process owners, where nothing is in force yet: from when its first version will be. */
  readonly plannedFrom?: string;
}
/** GET /api/flows/:flow and ?version= */
export interface FlowPage {
  readonly card: FlowCard;
  readonly guidance: Text | null;
  readonly xml: string;
  readonly processes: readonly { readonly key: string; readonly name: Text }[];
  readonly versions: readonly VersionCard[];
  /** Of each step: what is shown when it is clicked. */
  readonly steps: readonly StepCard[];
}
export interface StepCard {
  readonly element: string;
  readonly name: Text;
  readonly who: Text | null;
  readonly guidance: Text | null;
  readonly limits: readonly Text[];
  readonly fields: readonly { readonly name: Text; readonly access: 'read' | 'write' }[];
  readonly risks: readonly RiskPoint[];
  readonly origin: { readonly kind: 'source' | 'interpretation'; readonly words?: string } | null;
}
/** GET /api/flows/:flow/start */
export interface StartForm {
  readonly flow: FlowCard;
  readonly guidance: Text | null;
  readonly fields: readonly FormField[];
  /** In which of their units this person may begin it: the first unless they choose another; a choice is shown where there are several. */
  readonly units: readonly { readonly id: string; readonly name: Text }[];
  readonly draft: { readonly values: { readonly [key: string]: Json }; readonly savedAt: string } | null;
  readonly next: readonly NextStep[];
}
/** GET /api/cases?list=started|all&flow=&status=&cursor=&limit=, GET /api/search?q= */
export interface CaseCard {
  readonly id: string;
  readonly flow: string;
  readonly flowName: Text;
  readonly title: string;
  readonly number: string | null;
  readonly status: 'running' | 'incident' | 'completed' | 'terminated' | 'cancelled';
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly initiator: PersonRef | null;
  readonly open: readonly {
    readonly task: string;
    readonly element: string;
    readonly step: Text;
    readonly seats: readonly SeatRef[];
    readonly takenBy: PersonRef | null;
    readonly since: string;
    readonly due: Due | null;
  }[];
  readonly due: Due | null;
}

/** GET /api/cases/:case */
export interface CasePage {
  readonly card: CaseCard;
  readonly definition: string;
  readonly revision: number;
  readonly processes: readonly { readonly key: string; readonly name: Text }[];
  readonly fields: readonly FormField[];
  readonly opinions: readonly Opinion[];
  readonly files: readonly FileRef[];
  /** Messages sent that nobody has received yet. */
  readonly undelivered: readonly {
    readonly id: string;
    readonly name: string;
    readonly step: Text;
    readonly sentAt: string;
    /** Until when it is kept; null: for ever. */
    readonly until: string | null;
  }[];
  /** Steps that wait for a machine: what it is called, since when. */
  readonly machines: readonly { readonly id: string; readonly name: string; readonly step: Text; readonly since: string }[];
  /** `resend`: the message that it is about, where this person may have it sent again. */
  readonly incidents: readonly {
    readonly id: string;
    readonly step: Text;
    readonly words: Text;
    readonly resend?: string;
    /** What this person can do about it; absent: nothing. */
    readonly acts?: IncidentActs;
  }[];
  /** Whether this person may move it to another step, or wake it once it has ended. */
  readonly mayMove: boolean;
  /** Countersignings that run. */
  readonly signings: readonly Signing[];
  /** Work that may be begun now, or be said to be done, in ad-hoc sub-processes; only what this person may. */
  readonly startable: readonly Startable[];
  /** Open parts of the flow whose steps somebody chooses, whoever may. */
  readonly choosing: readonly Text[];
  /** All time limits that run, the first to run out first; `mayStop`: a leader's to stop, with a reason. */
  readonly limits: readonly RunningLimit[];
  readonly mayStop: boolean;
  /** Whether this person may cancel it (撤销办件), with a reason. */
  readonly mayCancel: boolean;
  /** My completed tasks that can be withdrawn now. */
  readonly withdrawable: readonly { readonly task: string; readonly step: Text }[];
}

/** GET /api/cases/:case/timeline: oldest first, in words. */
export interface TimelineEntry {
  readonly revision: number;
  readonly at: string;
  readonly by: PersonRef | null;
  readonly onBehalfOf: PersonRef | null;
  readonly kind: string;
  readonly element: string | null;
  readonly words: Text;
  readonly detail: Text | null;
}

/** GET /api/cases/:case/diagram: the definition it runs on, with the way it went. One per definition (calls have their own). */
export interface CaseDiagram {
  readonly definition: string;
  readonly process: string;
  readonly xml: string;
  /** In the order in which it happened; the slider plays them. */
  readonly passes: readonly {
    readonly element: string;
    readonly at: string;
    readonly by: PersonRef | null;
    readonly enteredAt: string;
    readonly closed: string;
    readonly visit: string;
  }[];
  readonly flows: readonly { readonly flow: string; readonly at: string }[];
  readonly open: readonly { readonly element: string; readonly seats: readonly SeatRef[]; readonly since: string }[];
  /** Where it stands still now, and the open parts whose steps are chosen. */
  readonly still: readonly string[];
  readonly choosing: readonly string[];
}

/** POST /api/files (multipart, field `file`) */
export interface FileRef {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
}

/** GET /api/people?q=, GET /api/units */
export interface PersonOption extends PersonRef {
  readonly unit: Text;
  readonly posts: readonly Text[];
}
export interface UnitOption {
  readonly id: string;
  readonly name: Text;
  readonly parent: string | null;
}
