import type {
  CaseId,
  DefinitionRef,
  ElementId,
  Instant,
  PersonId,
  ProcessKey,
  Revision,
  Seat,
  StreamId,
  TaskId,
  UnitId,
  VisitId,
  WaitId,
} from '../words/ids.ts';
import type { Data, Json } from '../words/json.ts';
import type { Text } from '../words/text.ts';
import type { CaseStatus } from '../case/facts.ts';
import type { Clearance } from '../organization/model.ts';

/**
 * What a commit says about the projections: absolute statements. A row replaces the one of the same table and id unless that one's
 * revision is higher, so applying it twice or late does no harm. Nothing is ever decided on a row.
 */
export type Row = CaseRow | TaskRow | DueRow | SubscriptionRow | OutboxRow | FileRow | DefinitionRow;

export interface CaseRow {
  readonly table: 'case';
  readonly id: CaseId;
  readonly revision: Revision;
  readonly definition: DefinitionRef;
  readonly flow: ProcessKey;
  readonly flowName: Text;
  readonly title: string;
  readonly number: string | null;
  readonly status: CaseStatus;
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
  readonly initiator: PersonId | null;
  readonly unit: UnitId | null;
  /** Where it is: one entry per open task. */
  readonly open: readonly {
    readonly visit: VisitId;
    readonly element: ElementId;
    readonly step: Text;
    readonly seats: readonly Seat[];
    readonly takenBy: PersonId | null;
    readonly openedAt: Instant;
    readonly due: Instant | null;
  }[];
  /** The earliest of them. */
  readonly due: Instant | null;
  /** Every seat that may read it: initiator, all that ever had a task of it, leaders in charge. Only grows. */
  readonly readers: readonly Seat[];
  /** Who has completed a step of it. */
  readonly doers: readonly PersonId[];
  /** Whose it is to choose what is begun next in its open ad-hoc sub-processes. Absent: none is open. */
  readonly choosing?: readonly Seat[];
  readonly clearance: Clearance;
  readonly updatedAt: Instant;
  /** What it is found by, in plain words: title, number, names, text fields. */
  readonly searchText: string;
}

export interface TaskRow {
  readonly table: 'task';
  readonly id: TaskId;
  readonly revision: Revision;
  readonly case: CaseId;
  readonly visit: VisitId;
  readonly definition: DefinitionRef;
  readonly flow: ProcessKey;
  readonly flowName: Text;
  readonly element: ElementId;
  readonly step: Text;
  readonly title: string;
  readonly number: string | null;
  readonly state: 'open' | 'completed' | 'interrupted' | 'takenBack' | 'cancelled';
  readonly attention: 'do' | 'read';
  readonly seats: readonly Seat[];
  /** Who sits on such a seat and may not do it all the same (`notSameAs`): it is on none of their lists. Absent: nobody. */
  readonly barred?: readonly PersonId[];
  /** Signed for (签收) by. Others of the seats no longer see it as theirs. */
  readonly takenBy: PersonId | null;
  readonly doneBy: PersonId | null;
  readonly openedAt: Instant;
  readonly closedAt: Instant | null;
  readonly due: Instant | null;
  /** The calendar of that year is not announced yet. */
  readonly provisional: boolean;
  readonly warnAt: Instant | null;
  readonly from: PersonId | null;
  /** It came back: by whom and why. */
  readonly returned: { readonly by: PersonId; readonly reason: string } | null;
  readonly risk: 1 | 2 | 3 | null;
  readonly urgency: string | null;
  readonly clearance: Clearance;
  readonly batch: boolean;
  /** Decision options, where the step can be done on the card: no field of it must be filled in. */
  readonly quick: readonly { readonly value: string; readonly name: Text; readonly manner: string }[];
  readonly item: Json;
}

export interface DueRow {
  readonly table: 'due';
  /** `case/…#w7@1` for a timer's occurrence, `case/…#deadline:ID:v3:due|warn` for a deadline. */
  readonly id: string;
  readonly revision: Revision;
  readonly stream: StreamId;
  readonly kind: 'timer' | 'deadline' | 'warning';
  readonly at: Instant;
  readonly ref: WaitId | string;
  readonly visit: VisitId | null;
  readonly occurrence: number;
  readonly state: 'armed' | 'cleared' | 'fired';
  readonly provisional: boolean;
}

export interface SubscriptionRow {
  readonly table: 'subscription';
  readonly id: string;
  readonly revision: Revision;
  readonly case: CaseId;
  readonly wait: WaitId;
  readonly to: 'message' | 'signal';
  readonly name: string;
  readonly key: Json;
  readonly state: 'open' | 'closed';
}

export interface OutboxRow {
  readonly table: 'outbox';
  readonly id: string;
  readonly revision: Revision;
  /** That sent it; null where it came from outside. */
  readonly case: CaseId | null;
  readonly kind: 'message' | 'signal' | 'job';
  readonly element: ElementId | null;
  readonly name: string;
  readonly key: Json;
  readonly payload: Data;
  readonly sentAt: Instant;
  /** Messages: until when it is kept; null: for ever. Absent in what earlier releases wrote. */
  readonly until?: Instant | null;
  /** undelivered: kept for whoever waits for it; pending: somebody was chosen and may not have it yet; refused: a person must look. */
  readonly state: 'pending' | 'undelivered' | 'delivered' | 'cancelled' | 'refused';
}

export interface FileRow {
  readonly table: 'file';
  readonly id: string;
  readonly revision: Revision;
  readonly case: CaseId;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
}

/** A published version, for the shelf. */
export interface DefinitionRow {
  readonly table: 'definition';
  readonly id: DefinitionRef;
  readonly revision: Revision;
  readonly key: ProcessKey;
  readonly version: number;
  readonly name: Text;
  readonly file: string;
  readonly publishedAt: Instant;
  readonly publishedBy: PersonId | 'system';
  readonly note: string;
  readonly effectiveFrom: Instant;
}
