import type { Row } from '../../ports/rows.ts';
import { whole } from '../memory/tables.ts';
import { applyCase } from './applyCase.ts';
import { applyTask } from './applyTask.ts';
import { parsed, type Sqlite } from './database.ts';

/** Takes over what a commit states about one row, unless what stands there is newer. Part of the transaction that writes the commit. */
export function applyRow(database: Sqlite, row: Row): void {
  const [there] = parsed<Row>(database.prepare(`SELECT json FROM ${row.table}_row WHERE id = ?`).all(row.id));
  if (there && there.revision > row.revision) return;
  switch (row.table) {
    case 'case':
      return applyCase(database, row, there?.table === 'case' ? there : undefined);
    case 'task':
      return applyTask(database, row, there?.table === 'task' ? there : undefined);
    default:
      applyPlain(database, there ? whole(there, row) : row);
  }
}

function applyPlain(database: Sqlite, row: Row): void {
  const columns = { id: row.id, revision: row.revision, json: JSON.stringify(row), ...searchedBy(row) };
  const names = Object.keys(columns);
  database
    .prepare(`INSERT OR REPLACE INTO ${row.table}_row (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`)
    .run(...Object.values(columns));
}

function searchedBy(row: Row): { readonly [column: string]: string } {
  switch (row.table) {
    case 'due':
      return { at: row.at, state: row.state };
    case 'subscription':
      return { name: row.name, state: row.state };
    case 'outbox':
      return { case_id: row.case ?? '', sent: row.sentAt, state: row.state };
    case 'file':
      return { case_id: row.case };
    default:
      return {};
  }
}
