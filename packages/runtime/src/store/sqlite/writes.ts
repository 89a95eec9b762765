import type { Note, Store, StoredFile } from '../../ports/store.ts';
import { BrokenPromise } from '../../words/refusal.ts';
import type { FileId, Instant } from '../../words/ids.ts';
import { apply, rebuild } from './apply.ts';
import { commitsOf, insertCommit, lastRevision } from './commits.ts';
import type { Sqlite } from './database.ts';
import { restored, type StoredCommit } from './storedCommit.ts';

type Outcome = Awaited<ReturnType<Store['append']>>;

/** All that writes: each is called inside a transaction that it shares with others of the moment. */
export type Writes = ReturnType<typeof writes>;

export const writes = (database: Sqlite) => ({
  append: (commit: StoredCommit): Outcome => append(database, commit),
  lease: (about: { readonly name: string; readonly holder: string; readonly seconds: number; readonly now: number }) =>
    lease(database, about),
  putNote(key: string, note: Note): void {
    database
      .prepare(
        'INSERT INTO notes (key, saved, until, json) VALUES (?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET saved = excluded.saved, until = excluded.until, json = excluded.json WHERE saved <= excluded.saved',
      )
      .run(key, note.savedAt, note.until ?? null, JSON.stringify(note));
  },
  dropNote(key: string): void {
    database.prepare('DELETE FROM notes WHERE key = ?').run(key);
  },
  sweepNotes(now: Instant): number {
    return database.prepare('DELETE FROM notes WHERE until <= ? RETURNING key').all(now).length;
  },
  putFile(file: StoredFile): void {
    database.prepare('INSERT INTO stored_files (id, uploaded, json) VALUES (?, ?, ?)').run(file.id, file.uploadedAt, JSON.stringify(file));
  },
  /** Forgets the files that no case refers to; their contents are removed by the caller. */
  forgetFiles(before: Instant): readonly FileId[] {
    const unused = 'uploaded < ? AND NOT EXISTS (SELECT 1 FROM file_row WHERE file_row.id = stored_files.id)';
    const found = database.prepare(`SELECT id FROM stored_files WHERE ${unused}`).all(before) as readonly { readonly id: FileId }[];
    database.prepare(`DELETE FROM stored_files WHERE ${unused}`).run(before);
    return found.map((one) => one.id);
  },
  rebuild: (): void => rebuild(database),
  /** How many pages of 4 KiB the database may still grow by: shows what a full disk does. */
  limitPages(more: number): void {
    const [now] = database.prepare('PRAGMA page_count').all() as readonly { readonly page_count: number }[];
    database.exec(`PRAGMA max_page_count = ${(now?.page_count ?? 0) + more}`);
  },
});

/** Inserts a commit under its unique id, or says who was first. One's own repeated (same nonce) is a success. */
function append(database: Sqlite, commit: StoredCommit): Outcome {
  const expected = lastRevision(database, commit.stream) + 1;
  if (commit.revision > expected)
    throw new BrokenPromise(`revision ${commit.revision} of ${commit.stream} does not follow ${expected - 1}`);
  if (commit.revision === expected) {
    insertCommit(database, commit);
    apply(database, restored(commit));
    return { ok: true };
  }
  const [there] = commitsOf(database, { stream: commit.stream, after: commit.revision - 1, limit: 1 });
  if (!there) throw new BrokenPromise(`revision ${commit.revision} of ${commit.stream} is not in the log`);
  return there.nonce === commit.nonce
    ? { ok: true }
    : { ok: false, winner: { revision: there.revision, actor: there.actor, at: there.at } };
}

function lease(
  database: Sqlite,
  about: { readonly name: string; readonly holder: string; readonly seconds: number; readonly now: number },
): { readonly fence: number } | undefined {
  const [held] = database.prepare('SELECT holder, fence, until FROM leases WHERE name = ?').all(about.name) as readonly {
    readonly holder: string;
    readonly fence: number;
    readonly until: number;
  }[];
  if (held && held.until > about.now) {
    if (held.holder !== about.holder) return undefined;
    // Holding on to one's own lease costs a write only when half of it is gone.
    if (held.until - about.now > about.seconds * 500) return { fence: held.fence };
  }
  const fence = (held?.fence ?? 0) + 1;
  database
    .prepare('INSERT OR REPLACE INTO leases (name, holder, fence, until) VALUES (?, ?, ?, ?)')
    .run(about.name, about.holder, fence, about.now + about.seconds * 1000);
  return { fence };
}
