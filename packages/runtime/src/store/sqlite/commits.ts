import { PARTS, type Answered, type Commit, type Head, type Part } from '../../ports/commit.ts';
import { fold, REMEMBERED } from '../../ports/fold.ts';
import type { Revision, StreamId } from '../../words/ids.ts';
import { parsed, type Sqlite } from './database.ts';
import { restored, type StoredCommit } from './storedCommit.ts';

/** A head is written with every so many commits: a step then writes its commit and its rows, and a load folds no more than these. */
const HEAD_EVERY = 8;

const COLUMNS = 'request, header, state, patch, "full", events, rows, trail';

/** Inserts a commit under its unique id. */
export function insertCommit(database: Sqlite, commit: StoredCommit): void {
  database
    .prepare(`INSERT INTO commits (stream, revision, nonce, ${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
    .run(
      commit.stream,
      commit.revision,
      commit.nonce,
      commit.request,
      commit.header,
      commit.state,
      commit.patch,
      commit.full,
      commit.events,
      commit.rows,
      commit.trail,
    );
}

/** The commits of a stream after a revision, in order. */
export const commitsOf = (
  database: Sqlite,
  of: { readonly stream: StreamId; readonly after: Revision; readonly limit: number },
): readonly Commit[] =>
  (
    database
      .prepare(`SELECT ${COLUMNS} FROM commits WHERE stream = ? AND revision > ? ORDER BY revision LIMIT ?`)
      .all(of.stream, of.after, of.limit) as readonly StoredCommit[]
  ).map(restored);

/** All commits in the order in which they were appended, after a place in it. */
export const commitsAfter = (database: Sqlite, seq: number): readonly { readonly seq: number; readonly commit: Commit }[] =>
  (
    database.prepare(`SELECT seq, ${COLUMNS} FROM commits WHERE seq > ? ORDER BY seq LIMIT 500`).all(seq) as readonly (StoredCommit & {
      readonly seq: number;
    })[]
  ).map((row) => ({ seq: row.seq, commit: restored(row) }));

/** Erases parts of a stream's commits, up to a revision. */
export function eraseParts(
  database: Sqlite,
  stream: StreamId,
  erasure: { readonly parts: readonly Part[]; readonly upTo: Revision },
): void {
  for (const part of PARTS) {
    if (!erasure.parts.includes(part)) continue;
    database.prepare(`UPDATE commits SET "${part}" = NULL WHERE stream = ? AND revision <= ?`).run(stream, erasure.upTo);
  }
}

/** The revision of a stream's last commit; 0 where there is none. */
export function lastRevision(database: Sqlite, stream: StreamId): Revision {
  const [last] = database.prepare('SELECT max(revision) AS revision FROM commits WHERE stream = ?').all(stream) as readonly {
    readonly revision: Revision | null;
  }[];
  return last?.revision ?? 0;
}

/** The head of a stream. What was answered is read from the log, so that a long case does not write it again with every step. */
export function readHead(database: Sqlite, stream: StreamId): Head | undefined {
  const head = headAt(database, stream, lastRevision(database, stream));
  if (!head) return undefined;
  const answered = parsed<Answered>(
    database
      .prepare('SELECT request AS json FROM commits WHERE stream = ? AND request IS NOT NULL ORDER BY revision DESC LIMIT ?')
      .all(stream, REMEMBERED),
  );
  return { ...head, answered: [...answered].reverse() };
}

/** Writes down the head as this commit leaves it, where that is due; in between the head is what was written and the few commits since. */
export function keepHead(database: Sqlite, commit: Commit, now: boolean): void {
  if (!now && commit.revision % HEAD_EVERY !== 1) return;
  const head = headAt(database, commit.stream, commit.revision);
  if (!head) return;
  const { answered: _inTheLog, ...kept } = head;
  database
    .prepare(
      'INSERT INTO heads (stream, revision, json) VALUES (?, ?, ?) ON CONFLICT (stream) DO UPDATE SET revision = excluded.revision, json = excluded.json',
    )
    .run(head.stream, head.revision, JSON.stringify(kept));
}

/** The head as a commit left it: what was written of it, folded with the commits since. */
function headAt(database: Sqlite, stream: StreamId, revision: Revision): Head | undefined {
  const [kept] = parsed<Omit<Head, 'answered'>>(database.prepare('SELECT json FROM heads WHERE stream = ?').all(stream));
  const after = kept?.revision ?? 0;
  if (after >= revision) return kept && { ...kept, answered: [] };
  const tail = commitsOf(database, { stream, after, limit: revision - after });
  return tail.reduce<Head | undefined>(fold, kept && { ...kept, answered: [] });
}
