import type { MessageTrouble, Receiver } from './event.ts';
import type { Clearance } from '../organization/model.ts';
import type { CaseId, DefinitionRef, ElementId, Instant, PersonId, ScopeId, Seat, UnitId, VisitId, WaitId } from '../words/ids.ts';
import type { Json } from '../words/json.ts';

export type CaseStatus = 'running' | 'incident' | 'completed' | 'terminated' | 'cancelled';

/** What decisions about a case need beside its marking; small, persisted with each commit. */
export interface CaseFacts {
  readonly case: CaseId;
  readonly family: CaseId;
  readonly definition: DefinitionRef;
  readonly title: string;
  readonly number: string | null;
  readonly status: CaseStatus;
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
  readonly initiator: PersonId | null;
  readonly unit: UnitId | null;
  readonly clearance: Clearance;
  readonly tasks: readonly OpenTask[];
  /** Who last completed a step, by `scope-definition/element`: for sameAs and notSameAs. */
  readonly doers: { readonly [step: string]: Doer };
  readonly readers: readonly Seat[];
  /** The case's own definition and each that it has called and not finished, by the scope that keeps its data; the own one is the first. */
  readonly runs: readonly { readonly scope: ScopeId; readonly definition: DefinitionRef; readonly since: Instant }[];
  readonly deadlines: readonly RunningDeadline[];
  /** Clocks that a later step has stopped, with the visit that did: they run again should it be taken back. */
  readonly stopped: readonly { readonly running: RunningDeadline; readonly by: VisitId }[];
  /** Open sub-processes and calls that have time limits. */
  readonly activities: readonly OpenActivity[];
  /** When steps were last completed whose limits, or others' limits after them, need to know: by `scope/element`. */
  readonly completed: { readonly [step: string]: { readonly at: Instant; readonly visit: VisitId } };
  readonly timers: readonly ArmedTimer[];
  readonly numbers: readonly TakenNumber[];
  /** What it has sent and nobody has yet; absent: nothing, or sent before there was delivery. */
  readonly sent?: readonly OpenSent[];
  /** Open incidents: the case stands still somewhere while there is one. */
  readonly incidents: readonly WaitId[];
}

/** Something sent that is not delivered yet; what it says stands in the event of that id. */
export interface OpenSent {
  readonly id: string;
  /** Until when a message is kept for somebody to wait for it; null: for ever. */
  readonly until: Instant | null;
  /** Who gets it, once that is decided. */
  readonly to?: readonly Receiver[];
  /** A person must look: nothing more is done about it before. */
  readonly trouble?: MessageTrouble;
}

/** A number of a series that the case has taken. It stays with the case; what the case does not use in the end is voided. */
export interface TakenNumber {
  readonly series: string;
  readonly number: string;
  readonly field: string;
  readonly scope: ScopeId;
  /** The step that gave it; null for the start. */
  readonly visit: VisitId | null;
  /** loose: the step was taken back and not done again. */
  readonly state: 'used' | 'loose' | 'void';
}

/** Who did a step: in which unit, and for whom where they stood in for somebody. */
export interface Doer {
  readonly person: PersonId;
  readonly unit: UnitId | null;
  readonly onBehalfOf?: PersonId;
}

export interface ArmedTimer {
  readonly timer: WaitId;
  readonly element: ElementId;
  readonly occurrence: number;
  readonly due: Instant;
  /** Counted into a year that was not announced then: counted again from `from` when it is. */
  readonly provisional: boolean;
  readonly spec: { readonly form: 'duration' | 'date' | 'cycle' | 'workingDays'; readonly value: string };
  readonly from: Instant;
}

/** A sub-process or call with time limits of its own. */
export interface OpenActivity {
  readonly visit: VisitId;
  readonly element: ElementId;
  readonly scope: ScopeId;
  readonly definition: DefinitionRef;
  readonly within: readonly VisitId[];
}

export interface OpenTask {
  readonly visit: VisitId;
  readonly element: ElementId;
  readonly scope: ScopeId;
  readonly definition: DefinitionRef;
  readonly seats: readonly Seat[];
  readonly takenBy: PersonId | null;
  readonly takenAt: Instant | null;
  readonly openedAt: Instant;
  readonly from: PersonId | null;
  readonly returned: { readonly by: PersonId; readonly reason: string } | null;
  /** The visits inside which it stands, nearest first: their limits are its own, too. */
  readonly within: readonly VisitId[];
  readonly item?: Json;
}

/** A clock that runs. */
export interface RunningDeadline {
  readonly deadline: string;
  readonly element: ElementId;
  readonly definition: DefinitionRef;
  /** The scope that keeps the data of its definition. */
  readonly scope: ScopeId;
  /** Whose stay it limits; null while it runs ahead of its element's opening. */
  readonly visit: VisitId | null;
  /** What it counts from: a moment, or a date field's value. */
  readonly from: string;
  /** The completion that started it, where one did. */
  readonly after: VisitId | null;
  readonly due: Instant;
  readonly warnAt: Instant | null;
  readonly provisional: boolean;
  /** Fired already: once each. */
  readonly warned: boolean;
  readonly passed: boolean;
}
