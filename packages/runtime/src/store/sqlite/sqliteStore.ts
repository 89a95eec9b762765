import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Store } from '../../ports/store.ts';
import { milliseconds, systemClock, type Clock } from '../../words/clock.ts';
import { orderErasure } from '../erasure.ts';
import { openSqlite, type Probe } from './database.ts';
import { takeFolder } from './folder.ts';
import { openLine } from './line.ts';
import { prepare } from './prepare.ts';
import type { Reads } from './reads.ts';
import { stored } from './storedCommit.ts';
import { sqliteFiles, type Lines } from './sqliteFiles.ts';
import type { Writes } from './writes.ts';

/** The store with what only SQLite offers. */
export interface SqliteStore extends Store {
  /** Empties the projections and makes them anew from the log. */
  rebuild(): Promise<void>;
  /** How many pages of 4 KiB the database may still grow by: shows what a full disk does. */
  limitPages(more: number): Promise<void>;
}

/**
 * The embedded store: one folder, one SQLite database in it. The commits of one moment share one transaction, which is on the disk
 * before any of them is acknowledged; projections are written with them, so nothing ever lags. Throws when another server holds the folder.
 */
export function createSqliteStore(given: { readonly folder: string; readonly clock?: Clock; readonly probe?: Probe }): SqliteStore {
  const clock = given.clock ?? systemClock;
  const release = takeFolder(given.folder);
  const path = join(given.folder, 'guicheng.db');
  const files = join(given.folder, 'files');
  try {
    mkdirSync(files, { recursive: true });
    const database = openSqlite(path);
    try {
      prepare(database, path);
    } finally {
      database.close();
    }
  } catch (error) {
    release();
    throw error;
  }
  const probe = given.probe ? { probe: given.probe } : {};
  const writer = openLine<Writes>({ role: 'writer', path, ...probe });
  const reader = openLine<Reads>({ role: 'reader', path });
  const listeners = new Set<() => void>();
  const store: SqliteStore = {
    kind: 'sqlite',
    async append(commit) {
      const outcome = await writer.call('append', stored(commit));
      for (const tell of listeners) tell();
      return outcome;
    },
    load: (stream) => reader.call('load', stream),
    log: (of) => reader.call('log', of),
    changes: (after, limit) => reader.call('changes', after, limit),
    tail: () => reader.call('tail'),
    onChange(tell) {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    project: async (stream) => (await reader.call('load', stream))?.revision ?? 0,
    pending: async () => [],
    streams: (prefix, after, limit) => reader.call('streams', { prefix, after, limit }),
    due: (before, limit) => reader.call('due', before, limit),
    outbox: (limit, after) => reader.call('outbox', limit, after),
    subscriptions: (name, to) => reader.call('subscriptions', name, to),
    lease: (name, holder, seconds) => writer.call('lease', { name, holder, seconds, now: milliseconds(clock.now()) }),
    erase: (order) => orderErasure(store, order, clock),
    rebuild: () => writer.call('rebuild'),
    limitPages: (more) => writer.call('limitPages', more),
    async close() {
      await writer.close();
      await reader.close();
      release();
    },
    views: sqliteViews({ writer, reader }),
    notes: {
      put: (key, note) => writer.call('putNote', key, note),
      get: (key) => reader.call('note', key, clock.now()),
      drop: (key) => writer.call('dropNote', key),
      list: (prefix, limit) => reader.call('notes', { prefix, limit, now: clock.now() }),
      sweep: () => writer.call('sweepNotes', clock.now()),
    },
    files: sqliteFiles({ writer, reader }, files, given.probe),
  };
  return store;
}

const sqliteViews = ({ reader }: Lines): Store['views'] => ({
  tasks: (viewer, query) => reader.call('tasks', viewer, query),
  task: (viewer, task) => reader.call('task', viewer, task),
  tasksOfCase: (viewer, caseId) => reader.call('tasksOfCase', viewer, caseId),
  counts: (viewer, now) => reader.call('counts', viewer, now),
  cases: (viewer, query) => reader.call('cases', viewer, query),
  case: (viewer, caseId) => reader.call('case', viewer, caseId),
  search: (viewer, words, limit) => reader.call('search', viewer, words, limit),
  outboxOfCase: (viewer, caseId) => reader.call('outboxOfCase', viewer, caseId),
  definitions: () => reader.call('definitions'),
  running: (viewer) => reader.call('running', viewer),
  runningOf: (viewer, of) => reader.call('runningOf', viewer, of),
});
