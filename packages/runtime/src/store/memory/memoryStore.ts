import type { Commit, Head } from '../../ports/commit.ts';
import { fold, rowsIn } from '../../ports/fold.ts';
import type { DueRow, FileRow, OutboxRow, SubscriptionRow } from '../../ports/rows.ts';
import type { Files, FormDrafts, Store, StoredFile } from '../../ports/store.ts';
import { milliseconds, systemClock, type Clock } from '../../words/clock.ts';
import { id, type CaseId, type StreamId } from '../../words/ids.ts';
import { memoryViews, type Tables } from './memoryViews.ts';

/** A store in memory: for rehearsals in a browser and for tests. Says what the others must say, keeps nothing. */
export function createMemoryStore(clock: Clock = systemClock): Store {
  const logs = new Map<StreamId, Commit[]>();
  const heads = new Map<StreamId, Head>();
  const order: { readonly stream: StreamId; readonly revision: number }[] = [];
  const listeners = new Set<() => void>();
  const leases = new Map<string, { readonly holder: string; readonly fence: number; readonly until: number }>();
  const tables: Tables = {
    case: new Map(),
    task: new Map(),
    due: new Map(),
    subscription: new Map(),
    outbox: new Map(),
    file: new Map(),
    definition: new Map(),
  };

  function apply(commit: Commit): void {
    for (const row of rowsIn(commit)) {
      const table = tables[row.table];
      const there = table.get(row.id);
      if (!there || there.revision <= row.revision) table.set(row.id, row);
    }
  }

  return {
    kind: 'memory',
    async append(commit) {
      const log = logs.get(commit.stream) ?? [];
      const there = log[commit.revision - 1];
      if (there)
        return there.nonce === commit.nonce
          ? { ok: true }
          : { ok: false, winner: { revision: there.revision, actor: there.actor, at: there.at } };
      logs.set(commit.stream, [...log, commit]);
      heads.set(commit.stream, fold(heads.get(commit.stream), commit));
      order.push({ stream: commit.stream, revision: commit.revision });
      apply(commit);
      for (const tell of listeners) tell();
      return { ok: true };
    },
    load: async (stream) => heads.get(stream),
    log: async ({ stream, after, limit }) => (logs.get(stream) ?? []).slice(after, after + limit),
    async changes(after, limit) {
      const from = Number(after === '' ? 0 : after);
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
        .sort()
        .slice(0, limit),
    due: async (at, limit) =>
      ([...tables.due.values()] as DueRow[])
        .filter((row) => row.state === 'armed' && row.at <= at)
        .sort((left, right) => (left.at < right.at ? -1 : 1))
        .slice(0, limit),
    outbox: async (limit) =>
      ([...tables.outbox.values()] as OutboxRow[]).filter((row) => row.state === 'pending' || row.state === 'undelivered').slice(0, limit),
    subscriptions: async (name, to) =>
      ([...tables.subscription.values()] as SubscriptionRow[]).filter((row) => row.state === 'open' && row.name === name && row.to === to),
    async lease(name, holder, seconds) {
      const now = milliseconds(clock.now());
      const held = leases.get(name);
      if (held && held.until > now && held.holder !== holder) return undefined;
      const fence = (held?.fence ?? 0) + 1;
      leases.set(name, { holder, fence, until: now + seconds * 1000 });
      return { fence };
    },
    async erase({ stream, parts, upTo }) {
      const log = logs.get(stream) ?? [];
      logs.set(
        stream,
        log.map((commit) =>
          commit.revision > upTo
            ? commit
            : { ...commit, parts: Object.fromEntries(Object.entries(commit.parts).filter(([part]) => !parts.some((one) => one === part))) },
        ),
      );
    },
    close: async () => undefined,
    views: memoryViews(tables),
    formDrafts: memoryDrafts(),
    files: memoryFiles((file) => (tables.file.get(file) as FileRow | undefined)?.case),
  };
}

function memoryDrafts(): FormDrafts {
  const drafts = new Map<string, { readonly values: { readonly [key: string]: never }; readonly savedAt: never }>();
  const key = (person: string, form: string): string => `${person}\n${form}`;
  return {
    async put(person, form, draft) {
      drafts.set(key(person, form), draft as never);
    },
    get: async (person, form) => drafts.get(key(person, form)),
    async drop(person, form) {
      drafts.delete(key(person, form));
    },
  };
}

function memoryFiles(caseOf: (file: string) => CaseId | undefined): Files {
  const kept = new Map<string, { readonly about: StoredFile; readonly chunks: readonly Uint8Array[] }>();
  return {
    async put(about, content) {
      const chunks: Uint8Array[] = [];
      for await (const chunk of content) chunks.push(chunk);
      kept.set(about.id, { about, chunks });
    },
    about: async (file) => kept.get(file)?.about,
    async read(file) {
      const found = kept.get(file);
      return found && each(found.chunks);
    },
    caseOf: async (file) => caseOf(file),
    async sweep(beforeThat) {
      const old = [...kept.values()].filter(({ about }) => about.uploadedAt < beforeThat && !caseOf(about.id));
      for (const { about } of old) kept.delete(id(about.id));
      return old.length;
    },
  };
}

async function* each(chunks: readonly Uint8Array[]): AsyncIterable<Uint8Array> {
  yield* chunks;
}
