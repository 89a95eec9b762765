import { rowsIn } from '../../ports/fold.ts';
import type { Commit } from '../../ports/commit.ts';
import type { CaseRow, DefinitionRow, DueRow, FileRow, OutboxRow, Row, SubscriptionRow, TaskRow } from '../../ports/rows.ts';

/** The rows by table and id. */
export interface Tables {
  readonly case: Map<string, CaseRow>;
  readonly task: Map<string, TaskRow>;
  readonly due: Map<string, DueRow>;
  readonly subscription: Map<string, SubscriptionRow>;
  readonly outbox: Map<string, OutboxRow>;
  readonly file: Map<string, FileRow>;
  readonly definition: Map<string, DefinitionRow>;
}

export const noTables = (): Tables => ({
  case: new Map(),
  task: new Map(),
  due: new Map(),
  subscription: new Map(),
  outbox: new Map(),
  file: new Map(),
  definition: new Map(),
});

/** Takes over what a commit states; what is newer stays. */
export function applyRows(tables: Tables, commit: Commit): void {
  for (const row of rowsIn(commit)) {
    const table: Map<string, Row> = tables[row.table];
    const there = table.get(row.id);
    if (!there || there.revision <= row.revision) table.set(row.id, there ? whole(there, row) : row);
  }
}

/** A closing statement of a subscription does not repeat what was subscribed to. */
export const whole = (there: Row, row: Row): Row =>
  row.table === 'subscription' && row.name === '' && there.table === 'subscription' ? { ...row, name: there.name, key: there.key } : row;
