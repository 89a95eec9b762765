import { describe, expect, test } from '@jest/globals';
import { seal, brokenAt } from '../../packages/runtime/src/ports/seal.ts';
import type { Commit } from '../../packages/runtime/src/ports/commit.ts';
import type { CaseRow, Row, TaskRow } from '../../packages/runtime/src/ports/rows.ts';
import type { Store } from '../../packages/runtime/src/ports/store.ts';
import type { Viewer } from '../../packages/runtime/src/organization/viewer.ts';
import {
  caseStream,
  id,
  personSeat,
  postSeat,
  taskId,
  type CaseId,
  type Digest,
  type Instant,
} from '../../packages/runtime/src/words/ids.ts';
import type { Json } from '../../packages/runtime/src/words/json.ts';

const AT: Instant = id('2026-11-24T01:00:00.000Z');
const GENESIS: Digest = id('0'.repeat(64));
let counter = 0;
const random = (): string => {
  counter += 1;
  return `r${counter}`;
};

export const registry = postSeat(id('registry'), id('office'));
export const wei: Viewer = {
  person: id('zhang-wei'),
  roles: ['staff'],
  clearance: 'internal',
  seats: [{ seat: personSeat(id('zhang-wei')) }, { seat: registry }],
};
export const stranger: Viewer = {
  person: id('li-min'),
  roles: ['staff'],
  clearance: 'topSecret',
  seats: [{ seat: personSeat(id('li-min')) }],
};

export function commitOf(
  caseId: CaseId,
  revision: number,
  more: {
    readonly previous?: Digest;
    readonly nonce?: string;
    readonly rows?: readonly Row[];
    readonly facts?: Json;
    readonly request?: string;
  } = {},
): Commit {
  return seal({
    stream: caseStream(caseId),
    revision,
    at: AT,
    nonce: more.nonce ?? random(),
    actor: { id: id('zhang-wei'), via: 'person' },
    ...(more.request ? { request: { id: more.request, digest: GENESIS, answer: revision } } : {}),
    parts: {
      state: { snapshot: null, facts: more.facts ?? { revision } },
      patch: [{ scope: 's1', path: [`f${revision}`], to: revision }],
      events: [{ type: 'Noted', code: 'x', element: 'e', detail: revision }],
      ...(more.rows ? { rows: more.rows as unknown as Json } : {}),
    },
    previous: more.previous ?? GENESIS,
    random,
  });
}

export function caseRow(caseId: string, more: Partial<CaseRow> = {}): CaseRow {
  return {
    table: 'case',
    id: id(caseId),
    revision: 1,
    definition: id('incoming-document@1'),
    flow: id('incoming-document'),
    flowName: { zh: '收文' },
    title: '关于开展调研的通知',
    number: '收〔2026〕1号',
    status: 'running',
    startedAt: AT,
    endedAt: null,
    initiator: id('zhang-wei'),
    unit: id('office'),
    open: [],
    due: null,
    readers: [registry],
    doers: [],
    clearance: 'internal',
    updatedAt: AT,
    searchText: '关于开展调研的通知\n收〔2026〕1号',
    ...more,
  };
}

export function taskRow(caseId: string, visit: string, more: Partial<TaskRow> = {}): TaskRow {
  return {
    table: 'task',
    id: taskId(id(caseId), id(visit)),
    revision: 1,
    case: id(caseId),
    visit: id(visit),
    definition: id('incoming-document@1'),
    flow: id('incoming-document'),
    flowName: { zh: '收文' },
    element: id('register'),
    step: { zh: '收文登记' },
    title: '关于开展调研的通知',
    number: null,
    state: 'open',
    attention: 'do',
    seats: [registry],
    takenBy: null,
    doneBy: null,
    openedAt: AT,
    closedAt: null,
    due: null,
    provisional: false,
    warnAt: null,
    from: null,
    returned: null,
    risk: null,
    urgency: null,
    clearance: 'internal',
    batch: false,
    quick: [],
    item: null,
    ...more,
  };
}

/** What every store must do, told once; each store runs it. */
export function storeContract(
  name: string,
  open: () => Promise<{ readonly store: Store; readonly reopen: () => Promise<Store>; readonly end: () => Promise<void> }>,
): void {
  describe(`${name}, by the contract of all stores`, () => {
    const withStore = async (story: (store: Store, reopen: () => Promise<Store>) => Promise<void>): Promise<void> => {
      const { store, reopen, end } = await open();
      try {
        await story(store, reopen);
      } finally {
        await end();
      }
    };

    test('given 64 who append the same revision, when all do at once, then exactly one wins and the others hear who', () =>
      withStore(async (store) => {
        for (let round = 0; round < 20; round += 1) {
          const caseId: CaseId = id(`race${round}`);
          const outcomes = await Promise.all(Array.from({ length: 64 }, () => store.append(commitOf(caseId, 1))));
          const losers = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.winner]));
          expect(losers).toHaveLength(63);
          expect(losers.every((winner) => winner.actor.id === 'zhang-wei' && winner.revision === 1)).toBe(true);
          expect(await store.log({ stream: caseStream(caseId), after: 0, limit: 10 })).toHaveLength(1);
        }
      }));

    test('given an acknowledgement that got lost, when the same commit is appended again, then it is ok and stands there once', () =>
      withStore(async (store) => {
        const commit = commitOf(id('again'), 1);
        expect((await store.append(commit)).ok).toBe(true);
        expect((await store.append(commit)).ok).toBe(true);
        expect(await store.log({ stream: commit.stream, after: 0, limit: 10 })).toEqual([commit]);
      }));

    test('given three commits, when the stream is loaded, then the head is their fold: facts, data, answers', () =>
      withStore(async (store, reopen) => {
        let previous = GENESIS;
        for (const revision of [1, 2, 3]) {
          const commit = commitOf(id('fold'), revision, { previous, request: `q${revision}` });
          await store.append(commit);
          previous = commit.hash;
        }
        const again = await reopen();
        const head = await again.load(caseStream(id('fold')));
        expect(head).toMatchObject({ revision: 3, facts: { revision: 3 }, data: { s1: { f1: 1, f2: 2, f3: 3 } } });
        expect(head?.answered.map((answered) => answered.id)).toEqual(['q1', 'q2', 'q3']);
        expect(brokenAt(await again.log({ stream: caseStream(id('fold')), after: 0, limit: 10 }))).toBeUndefined();
      }));

    test('given parts erased by order, when the chain is verified, then it still holds; given a changed text, then it does not', () =>
      withStore(async (store) => {
        const first = commitOf(id('erase'), 1);
        const second = commitOf(id('erase'), 2, { previous: first.hash });
        await store.append(first);
        await store.append(second);
        await store.erase({ stream: first.stream, parts: ['patch', 'events'], upTo: 1, orderedBy: 'security' });
        const log = await store.log({ stream: first.stream, after: 0, limit: 10 });
        expect(log[0]?.parts.patch).toBeUndefined();
        expect(log[1]?.parts.patch).toBeDefined();
        expect(brokenAt(log)).toBeUndefined();
        const forged = log.map((commit) =>
          commit.revision === 2 ? { ...commit, parts: { ...commit.parts, patch: { salt: 'x', text: '[]' } } } : commit,
        );
        expect(brokenAt(forged)).toEqual({ revision: 2, what: 'patch' });
      }));

    test('given a page of changes, when commits come meanwhile, then following the cursor skips none', () =>
      withStore(async (store) => {
        const start = await store.tail();
        const writing = Array.from({ length: 30 }, (_, index) => store.append(commitOf(id(`many${index}`), 1)));
        const seen = new Set<string>();
        let cursor = start;
        for (let turn = 0; turn < 50 && seen.size < 30; turn += 1) {
          const page = await store.changes(cursor, 7);
          for (const row of page.rows) seen.add(row.stream);
          cursor = page.cursor;
          if (turn === 2) await Promise.all(writing);
        }
        await Promise.all(writing);
        expect(seen.size).toBe(30);
      }));

    test('given a task of the registry, when lists are read, then the registry sees it and a stranger not even a count', () =>
      withStore(async (store) => {
        await store.append(commitOf(id('seen'), 1, { rows: [caseRow('seen'), taskRow('seen', 'v1')] }));
        const page = { list: 'todo', limit: 10 } as const;
        expect((await store.views.tasks(wei, page)).rows.map((row) => row.id)).toEqual(['seen.v1']);
        expect((await store.views.tasks(stranger, page)).rows).toEqual([]);
        expect(await store.views.counts(wei, AT)).toEqual({ todo: 1, read: 0, started: 1, overdue: 0 });
        expect(await store.views.counts(stranger, AT)).toEqual({ todo: 0, read: 0, started: 0, overdue: 0 });
        expect(await store.views.case(stranger, id('seen'))).toBeUndefined();
        expect(await store.views.task(stranger, id('seen.v1'))).toBeUndefined();
        expect(await store.views.tasksOfCase(stranger, id('seen'))).toEqual([]);
        expect((await store.views.search(wei, '调研', 10)).map((row) => row.id)).toEqual(['seen']);
        expect(await store.views.search(wei, '调考', 10)).toEqual([]);
        expect(await store.views.search(stranger, '调研', 10)).toEqual([]);
        expect(await store.views.running(stranger)).toEqual([]);
        const secret = caseRow('secret', { clearance: 'secret' });
        await store.append(commitOf(id('secret'), 1, { rows: [secret] }));
        expect(await store.views.case(wei, id('secret'))).toBeUndefined();
      }));

    test('given a task that one has signed for, when lists are read, then only that one has it; closed, nobody', () =>
      withStore(async (store) => {
        const colleague: Viewer = {
          ...stranger,
          person: id('wang-fang'),
          seats: [{ seat: personSeat(id('wang-fang')) }, { seat: registry }],
        };
        const page = { list: 'todo', limit: 10 } as const;
        await store.append(commitOf(id('held'), 1, { rows: [caseRow('held'), taskRow('held', 'v1', { takenBy: wei.person })] }));
        expect((await store.views.tasks(wei, page)).rows).toHaveLength(1);
        expect((await store.views.tasks(colleague, page)).rows).toEqual([]);
        await store.append(
          commitOf(id('held'), 2, { rows: [taskRow('held', 'v1', { revision: 2, state: 'completed', doneBy: wei.person, closedAt: AT })] }),
        );
        expect((await store.views.tasks(wei, page)).rows).toEqual([]);
        expect((await store.views.tasks(wei, { list: 'done', limit: 10 })).rows.map((row) => row.id)).toEqual(['held.v1']);
      }));

    test('given 25 tasks on two seats of one person, when paged by seven, then each comes once, by due time', () =>
      withStore(async (store) => {
        for (let index = 0; index < 25; index += 1) {
          const due: Instant | null = index % 5 === 0 ? null : id(`2026-12-${String(28 - index).padStart(2, '0')}T16:00:00.000Z`);
          const seats = index % 3 === 0 ? [registry, personSeat(wei.person)] : [registry];
          await store.append(commitOf(id(`p${index}`), 1, { rows: [caseRow(`p${index}`), taskRow(`p${index}`, 'v1', { due, seats })] }));
        }
        const seen: TaskRow[] = [];
        let cursor: string | null = null;
        do {
          const page: { readonly rows: readonly TaskRow[]; readonly next: string | null } = await store.views.tasks(wei, {
            list: 'todo',
            limit: 7,
            ...(cursor ? { cursor } : {}),
          });
          seen.push(...page.rows);
          cursor = page.next;
        } while (cursor);
        expect(new Set(seen.map((row) => row.id)).size).toBe(25);
        expect(seen).toHaveLength(25);
        const dues = seen.map((row) => row.due ?? '9999');
        expect(dues).toEqual([...dues].sort());
      }));

    test('given rows applied late and twice, when an older one comes after a newer, then the newer stands', () =>
      withStore(async (store) => {
        await store.append(commitOf(id('late'), 1, { rows: [caseRow('late', { revision: 5, title: 'new' })] }));
        await store.append(commitOf(id('late'), 2, { rows: [caseRow('late', { revision: 4, title: 'old' })] }));
        expect((await store.views.case(wei, id('late')))?.title).toBe('new');
      }));

    test('given a file stored, when it is read back after a restart, then it is the same; unreferenced and old, it is swept', () =>
      withStore(async (store, reopen) => {
        const about = {
          id: id<'file'>('f1'),
          name: '来文.pdf',
          mediaType: 'application/pdf',
          size: 6,
          sha256: 'x',
          uploadedBy: wei.person,
          uploadedAt: AT,
        };
        await store.files.put(about, chunks('abc', 'def'));
        const again = await reopen();
        expect(await again.files.about(about.id)).toEqual(about);
        const content = await again.files.read(about.id);
        let text = '';
        if (content) for await (const chunk of content) text += Buffer.from(chunk).toString('utf8');
        expect(text).toBe('abcdef');
        expect(await again.files.sweep(AT)).toBe(0);
        expect(await again.files.sweep(id('2026-11-25T02:00:00.000Z'))).toBe(1);
        expect(await again.files.about(about.id)).toBeUndefined();
      }));

    test('given a form draft, when it is kept, read by another and dropped, then it is one person’s own', () =>
      withStore(async (store) => {
        await store.formDrafts.put(wei.person, 'start/x', { values: { title: '半' }, savedAt: AT });
        expect(await store.formDrafts.get(wei.person, 'start/x')).toEqual({ values: { title: '半' }, savedAt: AT });
        expect(await store.formDrafts.get(stranger.person, 'start/x')).toBeUndefined();
        await store.formDrafts.drop(wei.person, 'start/x');
        expect(await store.formDrafts.get(wei.person, 'start/x')).toBeUndefined();
      }));

    test('given a lease that one holds, when another asks, then it gets none until the time is over', () =>
      withStore(async (store) => {
        expect(await store.lease('sweep', 'a', 60)).toBeDefined();
        expect(await store.lease('sweep', 'b', 60)).toBeUndefined();
        expect(await store.lease('sweep', 'a', 60)).toBeDefined();
      }));

    test('given armed due rows, when asked what is due, then only what is, earliest first, and nothing that was cleared', () =>
      withStore(async (store) => {
        const due = (name: string, at: string, state: 'armed' | 'cleared'): Row => ({
          table: 'due',
          id: name,
          revision: 1,
          stream: caseStream(id('d')),
          kind: 'timer',
          at: id(at),
          ref: 'w1',
          visit: null,
          occurrence: 1,
          state,
          provisional: false,
        });
        await store.append(
          commitOf(id('d'), 1, {
            rows: [
              due('b', '2026-11-24T00:30:00.000Z', 'armed'),
              due('a', '2026-11-24T00:10:00.000Z', 'armed'),
              due('c', '2026-11-24T00:20:00.000Z', 'cleared'),
              due('e', '2026-11-25T00:00:00.000Z', 'armed'),
            ],
          }),
        );
        expect((await store.due(AT, 10)).map((row) => row.id)).toEqual(['a', 'b']);
      }));
  });
}

async function* chunks(...texts: readonly string[]): AsyncIterable<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}
