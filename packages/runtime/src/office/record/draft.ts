import type { CaseEvent } from '../../case/event.ts';
import type { CaseFacts } from '../../case/facts.ts';
import type { Change, ScopedData } from '../../kernel/change.ts';
import type { Pass } from '../../kernel/marking.ts';
import type { Snapshot } from '../../ports/executor.ts';
import type { DueRow, FileRow, OutboxRow, SubscriptionRow, TaskRow } from '../../ports/rows.ts';
import type { Instant, PersonId, VisitId } from '../../words/ids.ts';

/**
 * A case while a command is being decided: what will be one commit. Filled by the recorders beside this file in the order in which
 * things come about; thrown away when the race is lost.
 */
export interface CaseDraft {
  facts: CaseFacts;
  data: ScopedData;
  snapshot: Snapshot | undefined;
  readonly at: Instant;
  readonly revision: number;
  readonly by: PersonId | 'system';
  readonly events: CaseEvent[];
  readonly changes: Change[];
  readonly trail: Pass[];
  /** Tasks that this commit opened, changed or closed. */
  readonly touched: Map<VisitId, TaskRow['state']>;
  readonly doneBy: Map<VisitId, PersonId>;
  readonly due: DueRow[];
  readonly subscriptions: SubscriptionRow[];
  readonly outbox: OutboxRow[];
  readonly files: FileRow[];
}

/** Begins a draft on what is there. */
export const draftOf = (start: Pick<CaseDraft, 'facts' | 'data' | 'snapshot' | 'at' | 'revision' | 'by'>): CaseDraft => ({
  ...start,
  events: [],
  changes: [],
  trail: [],
  touched: new Map(),
  doneBy: new Map(),
  due: [],
  subscriptions: [],
  outbox: [],
  files: [],
});
