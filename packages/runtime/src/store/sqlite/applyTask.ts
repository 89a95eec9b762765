import type { TaskRow } from '../../ports/rows.ts';
import { placesOf } from '../places.ts';
import { rankOf } from '../visible.ts';
import type { Sqlite } from './database.ts';

/** Writes a task's row and moves it from the lists where it stood to those where it stands. */
export function applyTask(database: Sqlite, row: TaskRow, was: TaskRow | undefined): void {
  database
    .prepare(
      'INSERT INTO task_row (id, revision, case_id, json) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, json = excluded.json',
    )
    .run(row.id, row.revision, row.case, JSON.stringify(row));
  if (was) {
    const old = placesOf(was);
    for (const place of old.places) database.prepare('DELETE FROM place WHERE place = ? AND key = ?').run(place, old.key);
  }
  const now = placesOf(row);
  const barred = row.barred ? JSON.stringify(row.barred) : null;
  const insert = database.prepare(
    'INSERT OR REPLACE INTO place (place, key, task, flow, element, rank, barred) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  for (const place of now.places) insert.run(place, now.key, row.id, row.flow, row.element, rankOf(row.clearance), barred);
}
