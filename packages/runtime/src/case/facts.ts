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
  readonly doers: { readonly [step: string]: { readonly person: PersonId; readonly unit: UnitId | null } };
  readonly readers: readonly Seat[];
  readonly deadlines: readonly RunningDeadline[];
  readonly timers: readonly {
    readonly timer: WaitId;
    readonly element: ElementId;
    readonly occurrence: number;
    readonly due: Instant;
    readonly provisional: boolean;
  }[];
}

export interface OpenTask {
  readonly visit: VisitId;
  readonly element: ElementId;
  readonly scope: ScopeId;
  readonly definition: DefinitionRef;
  readonly seats: readonly Seat[];
  readonly takenBy: PersonId | null;
  readonly openedAt: Instant;
  readonly from: PersonId | null;
  readonly returned: { readonly by: PersonId; readonly reason: string } | null;
  readonly item?: Json;
}

export interface RunningDeadline {
  readonly deadline: string;
  readonly element: ElementId;
  readonly definition: DefinitionRef;
  readonly visit: VisitId | null;
  readonly due: Instant;
  readonly warnAt: Instant | null;
  readonly provisional: boolean;
  readonly passed: boolean;
}
