import type { IncidentCode, Pass } from '../kernel/marking.ts';
import type {
  CaseId,
  DefinitionRef,
  ElementId,
  FileId,
  FlowId,
  Instant,
  PersonId,
  ScopeId,
  Seat,
  UnitId,
  VisitId,
  WaitId,
} from '../words/ids.ts';
import type { Data, Json } from '../words/json.ts';

/** Why a message that a case has sent is not delivered and a person must look; its incident is named by `messageIncident`. */
export type MessageTrouble = 'messageAmbiguous' | 'messageExpired' | 'messageRefused';

/** Who gets what was sent: a case that waits, or one that it begins. */
export interface Receiver {
  readonly case: CaseId;
  /** Messages to a case that waits: for what. */
  readonly wait?: WaitId;
  readonly start?: { readonly definition: DefinitionRef; readonly at: ElementId };
}

/**
 * What happened to a case: the closed union that timeline, playback, reports and rehearsal read. Who and when stand in the commit.
 * Each kind has a version of its own (`v`, 1 where absent); an older one is read through one upcaster a step, never rewritten.
 */
export type CaseEvent =
  | {
      readonly type: 'CaseStarted';
      readonly definition: DefinitionRef;
      readonly at: ElementId;
      readonly initiator: PersonId | null;
      readonly unit: UnitId | null;
      readonly family: CaseId;
    }
  | { readonly type: 'TitleSet'; readonly title: string }
  | {
      readonly type: 'TaskOpened';
      readonly visit: VisitId;
      readonly element: ElementId;
      readonly scope: ScopeId;
      readonly definition: DefinitionRef;
      readonly seats: readonly Seat[];
      readonly item?: Json;
      readonly index?: number;
    }
  | { readonly type: 'TaskTaken'; readonly visit: VisitId }
  | { readonly type: 'TaskReleased'; readonly visit: VisitId }
  | { readonly type: 'TaskReassigned'; readonly visit: VisitId; readonly seats: readonly Seat[]; readonly reason: string }
  | {
      readonly type: 'TaskCompleted';
      readonly visit: VisitId;
      readonly element: ElementId;
      readonly outcome?: string;
      readonly confirmed: readonly string[];
    }
  | { readonly type: 'TaskClosed'; readonly visit: VisitId; readonly element: ElementId; readonly why: Pass['closed'] }
  | { readonly type: 'TaskUrged'; readonly visit: VisitId; readonly words: string }
  | {
      readonly type: 'CaseReturned';
      readonly from: VisitId;
      readonly fromElement: ElementId;
      readonly to: VisitId;
      readonly toElement: ElementId;
      readonly reason: string;
      readonly siblings: 'keep' | 'redo';
      readonly then: 'flow' | 'straightBack';
    }
  | { readonly type: 'CaseWithdrawn'; readonly visit: VisitId; readonly element: ElementId; readonly reason: string }
  /** 跳转: what stood at `take` was taken away, and the case put at another step. */
  | {
      readonly type: 'CaseJumped';
      readonly take: readonly { readonly visit: VisitId; readonly element: ElementId }[];
      readonly to: ElementId;
      readonly reason: string;
    }
  /** 唤醒: it had ended, and goes on at a step. */
  | { readonly type: 'CaseReopened'; readonly at: ElementId; readonly reason: string }
  /** 加签. `host`: the visit of the whole countersigning. */
  | {
      readonly type: 'SignersAdded';
      readonly host: VisitId;
      readonly element: ElementId;
      readonly items: readonly string[];
      readonly reason: string;
    }
  /** 减签. */
  | {
      readonly type: 'SignerRemoved';
      readonly visit: VisitId;
      readonly element: ElementId;
      readonly item: Json;
      readonly reason: string;
    }
  /** A person had what stood still tried again. `fields`: what they changed for that. */
  | {
      readonly type: 'IncidentRetried';
      readonly incident: WaitId;
      readonly element: ElementId;
      readonly fields: readonly string[];
      readonly reason: string;
    }
  /** A person had it passed over. `flow`: the way that they chose. */
  | {
      readonly type: 'IncidentSkipped';
      readonly incident: WaitId;
      readonly element: ElementId;
      readonly flow?: FlowId;
      readonly reason: string;
    }
  /** Somebody began a step of an ad-hoc sub-process, or said that the whole is done. */
  | { readonly type: 'AdHocStarted'; readonly scope: ScopeId; readonly element: ElementId }
  | { readonly type: 'AdHocCompleted'; readonly scope: ScopeId; readonly element: ElementId; readonly reason: string }
  /** It goes on in another version of its flow. `renamed`: elements that have another id in it; `seats`: open tasks that went to others. */
  | {
      readonly type: 'CaseMigrated';
      readonly from: readonly DefinitionRef[];
      readonly to: DefinitionRef;
      readonly renamed: { readonly [element: string]: ElementId };
      readonly seats: readonly { readonly visit: VisitId; readonly element: ElementId; readonly seats: readonly Seat[] }[];
      /** The bulk job that it was part of. */
      readonly migration?: string;
    }
  /** It was put back to what it was before it went over, as nothing had happened since. */
  | { readonly type: 'MigrationUndone'; readonly from: DefinitionRef; readonly to: DefinitionRef; readonly migration: string }
  | {
      readonly type: 'FieldChanged';
      readonly scope: ScopeId;
      readonly field: string;
      readonly was?: Json;
      readonly to?: Json;
      readonly visit?: VisitId;
    }
  | {
      readonly type: 'FileAttached';
      readonly file: FileId;
      readonly name: string;
      readonly mediaType: string;
      readonly size: number;
      readonly sha256: string;
      readonly field: string;
    }
  /** `definition`: the called one; absent for the case's own. */
  | { readonly type: 'FlowTaken'; readonly flow: FlowId; readonly scope: ScopeId; readonly definition?: DefinitionRef }
  | { readonly type: 'ElementPassed'; readonly pass: Pass; readonly definition?: DefinitionRef }
  | {
      readonly type: 'ScopeOpened' | 'ScopeClosed';
      readonly scope: ScopeId;
      readonly definition: DefinitionRef;
      readonly element: ElementId;
    }
  | {
      readonly type: 'TimerSet';
      readonly timer: WaitId;
      readonly element: ElementId;
      readonly due: Instant;
      readonly occurrence: number;
      readonly provisional: boolean;
    }
  | { readonly type: 'TimerFired'; readonly timer: WaitId; readonly element: ElementId; readonly occurrence: number }
  | { readonly type: 'WaitCleared'; readonly wait: WaitId; readonly of: string }
  | { readonly type: 'Subscribed'; readonly wait: WaitId; readonly to: 'message' | 'signal'; readonly name: string; readonly key?: Json }
  | {
      readonly type: 'JobRequested';
      readonly job: WaitId;
      readonly element: ElementId;
      readonly jobType: string;
      readonly name: string;
      readonly input: Data;
    }
  | { readonly type: 'JobAnswered'; readonly job: WaitId; readonly failed?: string }
  | {
      readonly type: 'MessageSent' | 'SignalSent';
      readonly id: string;
      readonly element: ElementId;
      readonly name: string;
      readonly key?: Json;
      readonly payload: Data;
    }
  /** `wait`: absent where it began the case. */
  | { readonly type: 'MessageReceived'; readonly id: string; readonly wait?: WaitId; readonly element: ElementId; readonly name: string }
  | { readonly type: 'SignalReceived'; readonly id: string; readonly name: string }
  /** It is decided who gets it; with nobody, whoever it was meant for no longer waits, and it is open again. */
  | { readonly type: 'MessageAddressed'; readonly id: string; readonly to: readonly Receiver[] }
  /** All that it was for have it. */
  | {
      readonly type: 'MessageDelivered';
      readonly id: string;
      readonly element: ElementId;
      readonly name: string;
      readonly to: readonly CaseId[];
    }
  /** A person has it sent once more: it is kept until then. */
  | {
      readonly type: 'MessageResent';
      readonly id: string;
      readonly element: ElementId;
      readonly name: string;
      readonly until: Instant | null;
    }
  | {
      readonly type: 'DeadlineSet';
      readonly deadline: string;
      readonly visit: VisitId | null;
      readonly element: ElementId;
      readonly due: Instant;
      readonly warnAt?: Instant;
      readonly provisional: boolean;
    }
  | {
      readonly type: 'DeadlineWarned' | 'DeadlinePassed';
      readonly deadline: string;
      readonly visit: VisitId | null;
      readonly element: ElementId;
    }
  | {
      readonly type: 'DeadlineStopped';
      readonly deadline: string;
      readonly element: ElementId;
      readonly visit: VisitId | null;
      readonly reason: string;
    }
  | { readonly type: 'NumberTaken'; readonly series: string; readonly number: string; readonly field: string; readonly scope: ScopeId }
  /** A number that will not be used: the case was cancelled, or the step that took it was taken back and never done again. */
  | {
      readonly type: 'NumberVoided';
      readonly series: string;
      readonly number: string;
      readonly field: string;
      readonly why: 'cancelled' | 'takenBack' | 'unused';
    }
  | {
      readonly type: 'SeatEmpty';
      readonly visit: VisitId;
      readonly element: ElementId;
      readonly wanted: string;
      readonly fellTo: readonly Seat[];
    }
  | {
      readonly type: 'IncidentRaised';
      readonly incident: WaitId;
      readonly element: ElementId;
      readonly code: IncidentCode | MessageTrouble;
      readonly detail: Json;
    }
  | { readonly type: 'IncidentResolved'; readonly incident: WaitId }
  | { readonly type: 'Noted'; readonly code: string; readonly element: ElementId; readonly detail: Json }
  | { readonly type: 'Commented'; readonly words: string }
  | { readonly type: 'CaseEnded'; readonly how: 'completed' | 'terminated' | 'cancelled'; readonly reason?: string };
