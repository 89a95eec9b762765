import type { CaseRow } from '../../ports/rows.ts';
import { caseKey } from '../cursor.ts';
import { gramsOf } from '../grams.ts';
import { choosingPlace } from '../places.ts';
import { rankOf, readersOf } from '../visible.ts';
import type { Sqlite } from './database.ts';

/** Writes a case's row, what it is found by where that has changed, and one entry for each reader that is new. */
export function applyCase(database: Sqlite, row: CaseRow, was: CaseRow | undefined): void {
  database
    .prepare(
      `INSERT INTO case_row (id, revision, key, flow, definition, status, initiator, ended, rank, json) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, key = excluded.key, flow = excluded.flow, definition = excluded.definition,
      status = excluded.status, initiator = excluded.initiator, ended = excluded.ended, rank = excluded.rank, json = excluded.json`,
    )
    .run(
      row.id,
      row.revision,
      caseKey(row),
      row.flow,
      row.definition,
      row.status,
      row.initiator,
      row.endedAt === null ? 0 : 1,
      rankOf(row.clearance),
      JSON.stringify(row),
    );
  applyReaders(database, row, was);
  applyChoosing(database, row, was);
  if (was && was.title === row.title && was.number === row.number && was.searchText === row.searchText) return;
  database.prepare('DELETE FROM case_grams WHERE rowid = (SELECT n FROM case_row WHERE id = ?)').run(row.id);
  database.prepare('INSERT INTO case_grams (rowid, grams) SELECT n, ? FROM case_row WHERE id = ?').run(gramsOf(row).join(' '), row.id);
}

function applyReaders(database: Sqlite, row: CaseRow, was: CaseRow | undefined): void {
  const same = was && caseKey(was) === caseKey(row) && was.flow === row.flow && was.clearance === row.clearance;
  const old = was ? readersOf(was) : [];
  const now = readersOf(row);
  const gone = same ? old.filter((seat) => !now.includes(seat)) : old;
  for (const seat of gone) database.prepare('DELETE FROM reader WHERE seat = ? AND key = ?').run(seat, caseKey(was ?? row));
  const added = same ? now.filter((seat) => !old.includes(seat)) : now;
  const insert = database.prepare('INSERT OR REPLACE INTO reader (seat, key, case_id, flow, rank) VALUES (?, ?, ?, ?, ?)');
  for (const seat of added) insert.run(seat, caseKey(row), row.id, row.flow, rankOf(row.clearance));
}

/** Puts the case on the lists of those who choose what is begun next in it, and takes it off those where nothing is left to choose. */
function applyChoosing(database: Sqlite, row: CaseRow, was: CaseRow | undefined): void {
  for (const seat of was?.choosing ?? [])
    database.prepare('DELETE FROM place WHERE place = ? AND key = ?').run(choosingPlace(seat), caseKey(was ?? row));
  const insert = database.prepare(
    "INSERT OR REPLACE INTO place (place, key, task, flow, element, rank, barred) VALUES (?, ?, ?, ?, '', ?, NULL)",
  );
  for (const seat of row.choosing ?? []) insert.run(choosingPlace(seat), caseKey(row), row.id, row.flow, rankOf(row.clearance));
}
