import type { Commit } from '../../ports/commit.ts';
import { rowsIn } from '../../ports/fold.ts';
import { erasureIn } from '../erasure.ts';
import { applyRow } from './applyRow.ts';
import { commitsAfter, eraseParts, keepHead } from './commits.ts';
import type { Sqlite } from './database.ts';
import { PROJECTIONS } from './schema.ts';

/** Projects one commit: its stream's head, its rows, and what it orders to be erased. Part of the transaction that writes the commit. */
export function apply(database: Sqlite, commit: Commit): void {
  const erasure = erasureIn(commit);
  // After an erasure the head must not keep what the log no longer has.
  keepHead(database, commit, erasure !== undefined);
  for (const row of rowsIn(commit)) applyRow(database, row);
  if (erasure) eraseParts(database, commit.stream, erasure);
}

/** Empties the projections and makes them anew from the log. */
export function rebuild(database: Sqlite): void {
  database.exec("INSERT INTO case_grams (case_grams) VALUES ('delete-all')");
  for (const table of PROJECTIONS) database.exec(`DELETE FROM ${table}`);
  for (let after = 0; ; ) {
    const page = commitsAfter(database, after);
    for (const { seq, commit } of page) {
      apply(database, commit);
      after = seq;
    }
    if (page.length === 0) return;
  }
}
