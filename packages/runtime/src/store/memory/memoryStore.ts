import type { Commit, Head } from '../../ports/commit.ts';
import { fold } from '../../ports/fold.ts';
import type { Store } from '../../ports/store.ts';
import { BrokenPromise } from '../../words/refusal.ts';
import { milliseconds, systemClock, type Clock } from '../../words/clock.ts';
import type { Revision, StreamId } from '../../words/ids.ts';
import { before } from '../cursor.ts';
import { erasureIn, orderErasure, without } from '../erasure.ts';
import { memoryFiles } from './memoryFiles.ts';
import { memoryLeases } from './memoryLeases.ts';
import { memoryNotes } from './memoryNotes.ts';
import { memoryViews } from './memoryViews.ts';
import { applyRows, noTables } from './tables.ts';

/** A store in memory: for rehearsals in a browser and for tests. Says what the others must say, keeps nothing. */
export function createMemoryStore(clock: Clock = systemClock): Store {
  const logs = new Map<StreamId, Commit[]>();
  const heads = new Map<StreamId, Head>();
  const order: { readonly stream: StreamId; readonly revision: Revision }[] = [];
  const listeners = new Set<() => void>();
  const tables = noTables();
  const log = (stream: StreamId): Commit[] => logs.get(stream) ?? [];

  function write(commit: Commit): void {
    const entries = log(commit.stream);
    if (commit.revision !== entries.length + 1)
      throw new BrokenPromise(`revision ${commit.revision} of ${commit.stream} does not follow ${entries.length}`);
    heads.set(commit.stream, fold(heads.get(commit.stream), commit));
    entries.push(commit);
    logs.set(commit.stream, entries);
    order.push({ stream: commit.stream, revision: commit.revision });
    applyRows(tables, commit);
    const erasure = erasureIn(commit);
    if (erasure)
      for (const [index, one] of entries.slice(0, erasure.upTo).entries())
        entries[index] = { ...one, parts: without(one.parts, erasure.parts) };
  }

  const store: Store = {
    kind: 'memory',
    async append(commit) {
      const there = log(commit.stream)[commit.revision - 1];
      if (there)
        return there.nonce === commit.nonce
          ? { ok: true }
          : { ok: false, winner: { revision: there.revision, actor: there.actor, at: there.at } };
      write(commit);
      for (const tell of listeners) tell();
      return { ok: true };
    },
    load: async (stream) => heads.get(stream),
    log: async ({ stream, after, limit }) => log(stream).slice(after, after + limit),
    async changes(after, limit) {
      const from = after === '' ? 0 : Number(after);
      const rows = order.slice(from, from + limit);
      return { rows, cursor: String(from + rows.length) };
    },
    tail: async () => String(order.length),
    onChange(tell) {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    project: async (stream) => heads.get(stream)?.revision ?? 0,
    pending: async () => [],
    streams: async (prefix, after, limit) =>
      [...logs.keys()]
        .filter((stream) => stream.startsWith(prefix) && stream > after)
        .sort(before)
        .slice(0, limit),
    due: async (at, limit) =>
      [...tables.due.values()]
        .filter((row) => row.state === 'armed' && row.at <= at)
        .sort((left, right) => before(left.at, right.at) || before(left.id, right.id))
        .slice(0, limit),
    outbox: async (limit, after) =>
      [...tables.outbox.values()]
        .filter((row) => row.state === 'pending' || row.state === 'undelivered')
        .filter((row) => !after || (before(row.sentAt, after.sentAt) || before(row.id, after.id)) > 0)
        .sort((left, right) => before(left.sentAt, right.sentAt) || before(left.id, right.id))
        .slice(0, limit),
    subscriptions: async (name, to) =>
      [...tables.subscription.values()]
        .filter((row) => row.state === 'open' && row.name === name && row.to === to)
        .sort((left, right) => before(left.id, right.id)),
    lease: memoryLeases(() => milliseconds(clock.now())),
    erase: (ordered) => orderErasure(store, ordered, clock),
    close: async () => undefined,
    views: memoryViews(tables),
    notes: memoryNotes(clock),
    files: memoryFiles((file) => tables.file.get(file)?.case),
  };
  return store;
}
