import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Commit } from '../../ports/commit.ts';
import type { DueRow, OutboxRow, SubscriptionRow } from '../../ports/rows.ts';
import { StoreUnavailable, type FormDrafts, type Store } from '../../ports/store.ts';
import { systemClock, milliseconds, type Clock } from '../../words/clock.ts';
import { id, type StreamId } from '../../words/ids.ts';
import { apply, headOf } from './apply.ts';
import { openSqlite, type Sqlite } from './database.ts';
import { takeFolder } from './folder.ts';
import { PROJECTIONS, SCHEMA } from './schema.ts';
import { sqliteFiles } from './sqliteFiles.ts';
import { sqliteViews } from './sqliteViews.ts';

type Outcome = Awaited<ReturnType<Store['append']>>;

/** The store with what only SQLite offers. */
export interface SqliteStore extends Store {
  /** Empties the projections and makes them anew from the log. */
  rebuild(): void;
  /** How many pages of 4 KiB the database may still grow by: shows what a full disk does. */
  limitPages(more: number): void;
}

/** One waiting commit with whoever waits for it. */
interface Waiting {
  readonly commit: Commit;
  readonly done: (outcome: Outcome) => void;
  readonly failed: (error: Error) => void;
}

/**
 * The embedded store: one folder, one SQLite database in it. The commits of one moment share one transaction, which is on the disk
 * before any of them is acknowledged; projections are written with them, so nothing ever lags. Throws when another server holds the folder.
 */
export function createSqliteStore(given: { readonly folder: string; readonly clock?: Clock }): SqliteStore {
  const clock = given.clock ?? systemClock;
  mkdirSync(given.folder, { recursive: true });
  const release = takeFolder(given.folder);
  const database = openSqlite(join(given.folder, 'guicheng.db'));
  database.exec(SCHEMA);
  const listeners = new Set<() => void>();
  let waiting: Waiting[] = [];

  function flush(): void {
    const group = waiting;
    waiting = [];
    const outcomes: Outcome[] = [];
    try {
      database.transaction(() => {
        for (const one of group) outcomes.push(write(database, one.commit));
      });
    } catch (error) {
      const failure = new StoreUnavailable(`the database could not be written: ${error instanceof Error ? error.message : String(error)}`);
      for (const one of group) one.failed(failure);
      return;
    }
    for (const [index, one] of group.entries()) one.done(outcomes[index] ?? { ok: true });
    for (const tell of listeners) tell();
  }

  return {
    kind: 'sqlite',
    append: (commit) =>
      new Promise((done, failed) => {
        if (waiting.length === 0) setImmediate(flush);
        waiting.push({ commit, done, failed });
      }),
    load: async (stream) => headOf(database, stream),
    log: async ({ stream, after, limit }) =>
      parsed<Commit>(
        database.prepare('SELECT json FROM commits WHERE stream = ? AND revision > ? ORDER BY revision LIMIT ?').all(stream, after, limit),
      ),
    async changes(after, limit) {
      const sql = 'SELECT seq, stream, revision FROM commits WHERE seq > ? ORDER BY seq LIMIT ?';
      const rows = database.prepare(sql).all(Number(after === '' ? 0 : after), limit) as readonly {
        readonly seq: number;
        readonly stream: StreamId;
        readonly revision: number;
      }[];
      return {
        rows: rows.map(({ stream, revision }) => ({ stream, revision })),
        cursor: String(rows.at(-1)?.seq ?? (after === '' ? 0 : after)),
      };
    },
    tail: async () =>
      String((database.prepare('SELECT max(seq) AS last FROM commits').get() as { readonly last: number | null }).last ?? 0),
    onChange(tell) {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    project: async (stream) => headOf(database, stream)?.revision ?? 0,
    pending: async () => [],
    streams: async (prefix, after, limit) =>
      (
        database
          .prepare('SELECT stream FROM heads WHERE stream >= ? AND stream < ? AND stream > ? ORDER BY stream LIMIT ?')
          .all(prefix, `${prefix}\u{10ffff}`, after, limit) as readonly {
          readonly stream: StreamId;
        }[]
      ).map((row) => row.stream),
    due: async (before, limit) =>
      parsed<DueRow>(database.prepare("SELECT json FROM due_row WHERE state = 'armed' AND at <= ? ORDER BY at LIMIT ?").all(before, limit)),
    outbox: async (limit) =>
      parsed<OutboxRow>(
        database.prepare("SELECT json FROM outbox_row WHERE state IN ('pending', 'undelivered') ORDER BY id LIMIT ?").all(limit),
      ),
    subscriptions: async (name, to) =>
      parsed<SubscriptionRow>(database.prepare("SELECT json FROM subscription_row WHERE name = ? AND state = 'open'").all(name)).filter(
        (row) => row.to === to,
      ),
    async lease(name, holder, seconds) {
      const now = milliseconds(clock.now());
      const held = database.prepare('SELECT holder, fence, until FROM leases WHERE name = ?').get(name) as
        | { readonly holder: string; readonly fence: number; readonly until: number }
        | undefined;
      if (held && held.until > now && held.holder !== holder) return undefined;
      // Holding on to one's own lease costs a write only when half of it is gone.
      if (held && held.holder === holder && held.until - now > seconds * 500) return { fence: held.fence };
      const fence = (held?.fence ?? 0) + 1;
      database
        .prepare('INSERT OR REPLACE INTO leases (name, holder, fence, until) VALUES (?, ?, ?, ?)')
        .run(name, holder, fence, now + seconds * 1000);
      return { fence };
    },
    async erase({ stream, parts, upTo }) {
      database.transaction(() => {
        const update = database.prepare('UPDATE commits SET json = ? WHERE stream = ? AND revision = ?');
        for (const commit of parsed<Commit>(
          database.prepare('SELECT json FROM commits WHERE stream = ? AND revision <= ?').all(stream, upTo),
        )) {
          const kept = Object.fromEntries(Object.entries(commit.parts).filter(([part]) => !parts.some((one) => one === part)));
          update.run(JSON.stringify({ ...commit, parts: kept }), stream, commit.revision);
        }
      });
    },
    rebuild: () => rebuild(database),
    limitPages(more) {
      const { page_count: now } = database.prepare('PRAGMA page_count').get() as { readonly page_count: number };
      database.exec(`PRAGMA max_page_count = ${now + more}`);
    },
    async close() {
      if (waiting.length > 0) flush();
      database.close();
      release();
    },
    views: sqliteViews(database),
    formDrafts: sqliteDrafts(database),
    files: sqliteFiles(database, join(given.folder, 'files')),
  };
}

const parsed = <Row>(found: readonly unknown[]): readonly Row[] =>
  (found as readonly { readonly json: string }[]).map((one) => JSON.parse(one.json) as Row);

/** Inserts a commit under its unique id, or says who was first. Its own repeated (same nonce) is a success. */
function write(database: Sqlite, commit: Commit): Outcome {
  const head = headOf(database, commit.stream);
  if (head ? commit.revision === head.revision + 1 : commit.revision === 1) {
    database
      .prepare('INSERT INTO commits (stream, revision, nonce, json) VALUES (?, ?, ?, ?)')
      .run(commit.stream, commit.revision, commit.nonce, JSON.stringify(commit));
    apply(database, commit, head);
    return { ok: true };
  }
  const [there] = parsed<Commit>(
    database.prepare('SELECT json FROM commits WHERE stream = ? AND revision = ?').all(commit.stream, commit.revision),
  );
  if (!there) throw new Error(`revision ${commit.revision} of ${commit.stream} does not follow ${head?.revision ?? 0}`);
  return there.nonce === commit.nonce
    ? { ok: true }
    : { ok: false, winner: { revision: there.revision, actor: there.actor, at: there.at } };
}

/** Makes all projections anew from the log. */
function rebuild(database: Sqlite): void {
  database.transaction(() => {
    for (const table of PROJECTIONS) database.exec(`DELETE FROM ${table}`);
    let after = 0;
    for (;;) {
      const page = database.prepare('SELECT seq, json FROM commits WHERE seq > ? ORDER BY seq LIMIT 500').all(after) as readonly {
        readonly seq: number;
        readonly json: string;
      }[];
      for (const one of page) {
        const commit = JSON.parse(one.json) as Commit;
        apply(database, commit, headOf(database, commit.stream));
        after = one.seq;
      }
      if (page.length === 0) return;
    }
  });
}

function sqliteDrafts(database: Sqlite): FormDrafts {
  return {
    async put(person, form, draft) {
      database.prepare('INSERT OR REPLACE INTO form_drafts (person, form, json) VALUES (?, ?, ?)').run(person, form, JSON.stringify(draft));
    },
    get: async (person, form) =>
      parsed<Awaited<ReturnType<FormDrafts['get']>>>(
        database.prepare('SELECT json FROM form_drafts WHERE person = ? AND form = ?').all(person, id(form)),
      )[0],
    async drop(person, form) {
      database.prepare('DELETE FROM form_drafts WHERE person = ? AND form = ?').run(person, form);
    },
  };
}
