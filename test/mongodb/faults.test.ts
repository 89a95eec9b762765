import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { StoreUnavailable } from '../../packages/runtime/src/ports/store.ts';
import {
  caseRow,
  chunks,
  commitOf,
  ids,
  put,
  storedFile,
  taskRow,
  textOf,
  wei,
} from '../../packages/runtime/src/store/contract/samples.ts';
import { tell } from '../../packages/runtime/src/store/contract/tell.ts';
import type { MongoStore } from '../../packages/runtime/src/store/mongodb/mongoStore.ts';
import { caseStream, id } from '../../packages/runtime/src/words/ids.ts';
import { newDatabase } from './database.ts';
import { openProxy, type Fault, type Proxy, type Sent } from './proxy.ts';
import { uri } from './uri.ts';

const todo = { list: 'todo', limit: 10 } as const;
const insertOf = (collection: string) => (sent: Sent) => sent.name === 'insert' && sent.on === collection;
const isCommit = insertOf('commits');

describe('A MongoDB server that fails', () => {
  let proxy: Proxy;
  beforeAll(async () => {
    proxy = await openProxy(uri);
  });
  afterAll(() => proxy.close());

  /** A store behind the proxy and one beside it, on one database. */
  async function stores(): Promise<{ readonly store: MongoStore; readonly beside: MongoStore }> {
    const { open } = newDatabase();
    proxy.fault = () => undefined;
    const store = await open({ uri: proxy.uri });
    proxy.sent.length = 0;
    return { store, beside: await open() };
  }

  /** Plays the faults one after the other on the commands that fit; then all pass. */
  function play(fits: (sent: Sent) => boolean, ...faults: readonly Fault[]): void {
    const rest = [...faults];
    proxy.fault = (sent) => (fits(sent) ? rest.shift() : undefined);
  }

  const revisions = async (store: MongoStore, name: string): Promise<readonly number[]> =>
    (await store.log({ stream: caseStream(id(name)), after: 0, limit: 10 })).map((commit) => commit.revision);

  test('given an acknowledgement that gets lost, when a commit is appended, then it is sent again, answers ok and stands in the log once', async () => {
    const { store, beside } = await stores();
    play(isCommit, { kind: 'lose' });
    expect(await store.append(commitOf('lost', 1, { rows: [caseRow('lost'), taskRow('lost', 'v1')] }))).toEqual({ ok: true });
    expect(proxy.sent.filter(isCommit)).toHaveLength(2);
    expect(await revisions(beside, 'lost')).toEqual([1]);
    expect(ids((await store.views.tasks(wei, todo)).rows)).toEqual(['lost.v1']);
    expect((await store.changes('', 10)).rows).toEqual([{ stream: 'case/lost', revision: 1 }]);
  });

  test('given a commit that never reached the server and a rival who was first, when it is sent again, then it lost and hears who won', async () => {
    const { store, beside } = await stores();
    const rival = commitOf('rival', 1);
    let first: Promise<unknown> = Promise.resolve();
    const faults: Fault[] = [{ kind: 'cut' }];
    proxy.fault = (sent) => {
      if (!isCommit(sent)) return undefined;
      const fault = faults.shift();
      if (fault) first = beside.append(rival);
      // The second try waits for the rival.
      return fault ?? { kind: 'hold', until: first };
    };
    const outcome = store.append(commitOf('rival', 1));
    expect(await outcome).toMatchObject({ ok: false, winner: { revision: 1, actor: rival.actor } });
    expect((await beside.log({ stream: rival.stream, after: 0, limit: 10 })).map((one) => one.nonce)).toEqual([rival.nonce]);
  });

  test('given a server that steps down before it writes, when a commit is appended, then it is tried again and is ok', async () => {
    const { store, beside } = await stores();
    const answer = { ok: 0, code: 10107, codeName: 'NotWritablePrimary', errmsg: 'not primary' };
    play(isCommit, { kind: 'answer', with: answer }, { kind: 'answer', with: answer });
    expect(await store.append(commitOf('stepdown', 1))).toEqual({ ok: true });
    expect(proxy.sent.filter(isCommit)).toHaveLength(3);
    expect(await revisions(beside, 'stepdown')).toEqual([1]);
  });

  test('given a server that steps down after it wrote, when a commit is appended, then it is ok and stands there once', async () => {
    const { store, beside } = await stores();
    play(isCommit, { kind: 'change', to: () => ({ ok: 0, code: 189, codeName: 'PrimarySteppedDown', errmsg: 'stepped down' }) });
    expect(await store.append(commitOf('wrote', 1))).toEqual({ ok: true });
    expect(await revisions(beside, 'wrote')).toEqual([1]);
  });

  test('given a write that no majority confirms, when a commit is appended, then it is not acknowledged until one has it', async () => {
    const { store } = await stores();
    const unconfirmed = (answer: object): object => ({
      ...answer,
      writeConcernError: { code: 64, errmsg: 'waiting for replication timed out' },
    });
    play(isCommit, { kind: 'change', to: unconfirmed });
    expect(await store.append(commitOf('later', 1))).toEqual({ ok: true });
    const looked = proxy.sent.filter((sent) => sent.name === 'find' && sent.on === 'commits');
    expect(looked.map((sent) => sent.fields['readConcern'])).toContainEqual({ level: 'majority' });
    const nothing = { ok: 1, cursor: { id: 0n, ns: 'x.commits', firstBatch: [] } };
    const first = ['unconfirmed'];
    proxy.fault = (sent) => {
      if (isCommit(sent) && first.pop()) return { kind: 'change', to: unconfirmed };
      return sent.name === 'find' && sent.on === 'commits' ? { kind: 'answer', with: nothing } : undefined;
    };
    const never = store.append(commitOf('never', 1));
    await expect(never).rejects.toThrow(StoreUnavailable);
    await expect(never).rejects.toThrow('did not confirm in time');
  });

  test('given an answer that is held back, when a commit is appended, then it is not acknowledged before, and others are', async () => {
    const { store } = await stores();
    let release: () => void = () => undefined;
    play(isCommit, {
      kind: 'hold',
      until: new Promise<void>((done) => {
        release = done;
      }),
    });
    let acknowledged = false;
    const held = store.append(commitOf('held', 1)).then((outcome) => {
      acknowledged = true;
      return outcome;
    });
    expect(await store.append(commitOf('other', 1))).toEqual({ ok: true });
    expect(acknowledged).toBe(false);
    release();
    expect(await held).toEqual({ ok: true });
  });

  test('given a full disk, when a commit or a file is stored, then it is unavailable and nothing of it is there', async () => {
    const { store, beside } = await stores();
    proxy.fault = (sent) =>
      sent.name === 'insert' && ['commits', 'chunks'].includes(sent.on)
        ? { kind: 'answer', with: { ok: 0, code: 14031, codeName: 'OutOfDiskSpace', errmsg: 'no space left' } }
        : undefined;
    await expect(store.append(commitOf('full', 1))).rejects.toThrow(StoreUnavailable);
    await expect(store.files.put(storedFile('full', 3), chunks('abc'))).rejects.toThrow(StoreUnavailable);
    expect(await beside.load(caseStream(id('full')))).toBeUndefined();
    expect(await beside.files.about(id('full'))).toBeUndefined();
    proxy.fault = () => undefined;
    expect(await store.append(commitOf('full', 1))).toEqual({ ok: true });
    await store.files.put(storedFile('full', 3), chunks('abc'));
    expect(await textOf(await store.files.read(id('full')))).toBe('abc');
  });

  test('given a network that is down, when the store is written or read, then it is unavailable and nothing is half there; when it is up again, all goes on', async () => {
    const { store, beside } = await stores();
    await put(store, 'before', [caseRow('before'), taskRow('before', 'v1')]);
    proxy.down();
    const commit = commitOf('down', 1, { rows: [caseRow('down'), taskRow('down', 'v1')] });
    await expect(store.append(commit)).rejects.toThrow(StoreUnavailable);
    await expect(store.load(id('case/before'))).rejects.toThrow(StoreUnavailable);
    await expect(store.views.tasks(wei, todo)).rejects.toThrow(StoreUnavailable);
    await expect(store.notes.put('draft/x', { value: 1, savedAt: commit.at })).rejects.toThrow(StoreUnavailable);
    expect(await beside.streams('', '', 10)).toEqual(['case/before']);
    proxy.up();
    expect(await store.append(commit)).toEqual({ ok: true });
    expect(ids((await beside.views.tasks(wei, todo)).rows)).toEqual(['before.v1', 'down.v1']);
  }, 60_000);

  test('given a network that breaks after the commit, when its rows cannot be written, then it is acknowledged, and a sweep of another server makes up for it', async () => {
    const { store, beside } = await stores();
    proxy.fault = (sent) => (sent.name === 'update' ? { kind: 'cut' } : undefined);
    const commit = commitOf('half', 1, { rows: [caseRow('half'), taskRow('half', 'v1')] });
    expect(await store.append(commit)).toEqual({ ok: true });
    proxy.fault = () => undefined;
    expect((await beside.load(commit.stream))?.revision).toBe(1);
    expect(await beside.pending(id('2026-11-24T02:00:00.000Z'), 10)).toEqual([commit.stream]);
    expect(await beside.project(commit.stream)).toBe(1);
    expect(await beside.pending(id('2026-11-24T02:00:00.000Z'), 10)).toEqual([]);
    expect(ids((await beside.views.tasks(wei, todo)).rows)).toEqual(['half.v1']);
    expect((await beside.changes('', 10)).rows).toEqual([{ stream: commit.stream, revision: 1 }]);
    const said = await tell(beside);
    await beside.rebuild();
    expect(await tell(beside)).toEqual(said);
  });

  /** Holds back this server's write of a task until `release`, and then changes it. */
  function lateTask(as: (update: object) => object): () => void {
    let release: () => void = () => undefined;
    const after = new Promise<void>((done) => {
      release = done;
    });
    const changed = (fields: Sent['fields']): object => ({ ...fields, updates: (fields['updates'] as object[]).map(as) });
    play((sent) => sent.name === 'update' && sent.on === 'tasks', { kind: 'late', after, as: changed });
    return release;
  }

  for (const [server, as] of [
    ['that replaces at once', (update: object) => update],
    ['that finds and replaces in two steps, as FerretDB does', (update: object) => ({ ...update, q: { _id: 'slow.v1' } })],
  ] as const)
    test(`given a server ${server}, when a slow writer’s row comes after a newer one, then the newer one stands in the end`, async () => {
      const { store, beside } = await stores();
      const first = commitOf('slow', 1, { rows: [caseRow('slow'), taskRow('slow', 'v1', { title: '旧' })] });
      const release = lateTask(as);
      const slow = store.append(first);
      while (!(await beside.load(first.stream))) await beside.tail();
      await beside.append(commitOf('slow', 2, { previous: first, rows: [taskRow('slow', 'v1', { revision: 2, title: '新' })] }));
      release();
      expect(await slow).toEqual({ ok: true });
      await store.close();
      expect((await beside.views.tasks(wei, todo)).rows.map((row) => row.title)).toEqual(['新']);
    });

  test('given an entry in the journal whose acknowledgement gets lost, when it is sent again, then it stands there once', async () => {
    const { store, beside } = await stores();
    play(insertOf('journal'), { kind: 'lose' });
    await store.append(commitOf('entered', 1));
    await store.append(commitOf('second', 1));
    expect((await store.changes('', 10)).rows.map((row) => row.stream)).toEqual(['case/entered', 'case/second']);
    expect((await beside.changes('', 10)).cursor).toBe('2');
  });

  test('given a journal that cannot be written, when commits are followed, then none is skipped once it can', async () => {
    const { store, beside } = await stores();
    await store.append(commitOf('first', 1));
    const { cursor } = await beside.changes('', 10);
    proxy.fault = (sent) => (insertOf('journal')(sent) ? { kind: 'cut' } : undefined);
    const unentered = commitOf('unentered', 1);
    expect(await store.append(unentered)).toEqual({ ok: true });
    await beside.append(commitOf('after', 1));
    const seen = await beside.changes(cursor, 10);
    expect(seen.rows.map((row) => row.stream)).toEqual(['case/after']);
    for (const stream of await beside.pending(id('2026-11-24T02:00:00.000Z'), 10)) await beside.project(stream);
    expect((await beside.changes(seen.cursor, 10)).rows).toContainEqual({ stream: unentered.stream, revision: 1 });
  });

  test('given a server that cannot be reached, when a store is opened, then it says so by its name and without the password', async () => {
    proxy.down();
    const { open } = newDatabase();
    const tried = open({ uri: proxy.uri.replace('//', '//clerk:secret@') });
    await expect(tried).rejects.toThrow(StoreUnavailable);
    await expect(tried).rejects.toThrow(`${proxy.uri.slice(0, -1)} cannot be reached`);
    await expect(tried).rejects.not.toThrow('secret');
    proxy.up();
  });
});

describe('A MongoDB server that offers change streams', () => {
  test('given another server’s commit, when the stream tells, then it is heard without looking', async () => {
    const proxy = await openProxy(uri);
    const { open } = newDatabase();
    let happened: () => void = () => undefined;
    const happens = new Promise<void>((done) => {
      happened = done;
    });
    const cursor = (batch: object): object => ({ ok: 1, cursor: { id: 7n, ns: 'x.journal', ...batch } });
    const event = {
      _id: { _data: '01' },
      operationType: 'insert',
      fullDocument: {},
      ns: { db: 'x', coll: 'journal' },
      documentKey: { _id: 1 },
    };
    let end: () => void = () => undefined;
    const over = new Promise<void>((done) => {
      end = done;
    });
    const batches = [{ after: happens, nextBatch: [event] }];
    proxy.fault = (sent) => {
      if (sent.name === 'hello') return { kind: 'change', to: (answer) => ({ ...answer, setName: 'rs0' }) };
      if (sent.name === 'aggregate') return { kind: 'answer', with: cursor({ firstBatch: [] }) };
      if (sent.name !== 'getMore') return undefined;
      const { after, nextBatch } = batches.shift() ?? { after: over, nextBatch: [] };
      return { kind: 'answer', with: cursor({ nextBatch }), after };
    };
    const store = await open({ uri: proxy.uri, every: 3_600_000 });
    expect(store.server.streams).toBe(true);
    const heard = new Promise<void>((done) => {
      store.onChange(done);
    });
    const beside = await open();
    await beside.append(commitOf('streamed', 1));
    expect(await beside.tail()).toBe('1');
    happened();
    await heard;
    expect((await store.changes('', 10)).rows).toEqual([{ stream: 'case/streamed', revision: 1 }]);
    expect(proxy.sent.filter((sent) => sent.name === 'aggregate').map((sent) => sent.on)).toEqual(['journal']);
    end();
    await store.close();
    await proxy.close();
  });
});
