import type { Commit, Head } from '../../ports/commit.ts';
import { fold, rowsIn } from '../../ports/fold.ts';
import type { CaseRow, Row, TaskRow } from '../../ports/rows.ts';
import { personSeat, type StreamId } from '../../words/ids.ts';
import { NO_DUE } from '../cursor.ts';
import { grams } from '../grams.ts';
import type { Sqlite } from './database.ts';

/** The head as it is projected. */
export function headOf(database: Sqlite, stream: StreamId): Head | undefined {
  const found = database.prepare('SELECT json FROM heads WHERE stream = ?').get(stream) as { readonly json: string } | undefined;
  return found && (JSON.parse(found.json) as Head);
}

/** Projects one commit: its stream's head and its rows. Called inside the transaction that writes the commit. */
export function apply(database: Sqlite, commit: Commit, head: Head | undefined): Head {
  const next = fold(head, commit);
  database
    .prepare('INSERT OR REPLACE INTO heads (stream, revision, json) VALUES (?, ?, ?)')
    .run(next.stream, next.revision, JSON.stringify(next));
  for (const row of rowsIn(commit)) applyRow(database, row);
  return next;
}

function applyRow(database: Sqlite, row: Row): void {
  const there = database.prepare(`SELECT revision FROM ${row.table}_row WHERE id = ?`).get(row.id) as
    | { readonly revision: number }
    | undefined;
  if (there && there.revision > row.revision) return;
  const json = JSON.stringify(row);
  switch (row.table) {
    case 'case':
      return applyCase(database, row, json);
    case 'task':
      return applyTask(database, row, json);
    case 'due':
      database
        .prepare('INSERT OR REPLACE INTO due_row (id, revision, at, state, json) VALUES (?, ?, ?, ?, ?)')
        .run(row.id, row.revision, row.at, row.state, json);
      return;
    case 'subscription': {
      // A closing statement does not repeat the name: it keeps the one that was subscribed to.
      const name =
        row.name === ''
          ? ((database.prepare('SELECT name FROM subscription_row WHERE id = ?').get(row.id) as { readonly name: string } | undefined)
              ?.name ?? '')
          : row.name;
      database
        .prepare('INSERT OR REPLACE INTO subscription_row (id, revision, name, state, json) VALUES (?, ?, ?, ?, ?)')
        .run(row.id, row.revision, name, row.state, json);
      return;
    }
    case 'outbox':
      database
        .prepare('INSERT OR REPLACE INTO outbox_row (id, revision, case_id, state, json) VALUES (?, ?, ?, ?, ?)')
        .run(row.id, row.revision, row.case, row.state, json);
      return;
    case 'file':
      database
        .prepare('INSERT OR REPLACE INTO file_row (id, revision, case_id, json) VALUES (?, ?, ?, ?)')
        .run(row.id, row.revision, row.case, json);
      return;
    case 'definition':
      database.prepare('INSERT OR REPLACE INTO definition_row (id, revision, json) VALUES (?, ?, ?)').run(row.id, row.revision, json);
  }
}

function applyCase(database: Sqlite, row: CaseRow, json: string): void {
  const old = database.prepare('SELECT json FROM case_row WHERE id = ?').get(row.id) as { readonly json: string } | undefined;
  const before = old && (JSON.parse(old.json) as CaseRow);
  database
    .prepare(
      'INSERT OR REPLACE INTO case_row (id, revision, flow, definition, status, initiator, ended, updated, clearance, json) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    )
    .run(
      row.id,
      row.revision,
      row.flow,
      row.definition,
      row.status,
      row.initiator,
      row.endedAt === null ? 0 : 1,
      row.updatedAt,
      row.clearance,
      json,
    );
  database.prepare('DELETE FROM case_reader WHERE case_id = ?').run(row.id);
  const reader = database.prepare('INSERT OR IGNORE INTO case_reader (seat, updated, case_id) VALUES (?, ?, ?)');
  for (const seat of row.readers) reader.run(seat, row.updatedAt, row.id);
  if (before?.searchText === row.searchText) return;
  database.prepare('DELETE FROM case_grams WHERE case_id = ?').run(row.id);
  database.prepare('INSERT INTO case_grams (case_id, grams) VALUES (?, ?)').run(row.id, grams(row.searchText).join(' '));
}

function applyTask(database: Sqlite, row: TaskRow, json: string): void {
  database
    .prepare('INSERT OR REPLACE INTO task_row (id, revision, case_id, done_by, closed, json) VALUES (?, ?, ?, ?, ?, ?)')
    .run(row.id, row.revision, row.case, row.doneBy, row.closedAt, json);
  database.prepare('DELETE FROM task_seat WHERE task = ?').run(row.id);
  if (row.state !== 'open') return;
  const seats = row.takenBy ? [personSeat(row.takenBy)] : row.seats;
  const insert = database.prepare(
    'INSERT OR IGNORE INTO task_seat (attention, seat, due, task, flow, element, clearance) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  for (const seat of seats) insert.run(row.attention, seat, row.due ?? NO_DUE, row.id, row.flow, row.element, row.clearance);
}
