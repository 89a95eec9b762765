import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { StoreUnavailable } from '../../packages/runtime/src/ports/store.ts';
import { caseRow, commitOf, put, taskRow, wei } from '../../packages/runtime/src/store/contract/samples.ts';
import { tell } from '../../packages/runtime/src/store/contract/tell.ts';
import { openSqlite } from '../../packages/runtime/src/store/sqlite/database.ts';
import { createSqliteStore, type SqliteStore } from '../../packages/runtime/src/store/sqlite/sqliteStore.ts';
import { fixedClock } from '../../packages/runtime/src/words/clock.ts';
import { id } from '../../packages/runtime/src/words/ids.ts';
import { storeContract } from './contract.ts';

const all = mkdtempSync(join(tmpdir(), 'guicheng-store-'));
const newFolder = (): string => mkdtempSync(join(all, 'office-'));
afterAll(() => rmSync(all, { recursive: true }));

storeContract(
  'The SQLite store',
  async () => {
    const folder = newFolder();
    const clock = fixedClock('2026-11-24T01:00:00Z');
    const opened: SqliteStore[] = [];
    const closed = new Set<SqliteStore>();
    return {
      async open(probe) {
        const store = createSqliteStore({ folder, clock, ...(probe ? { probe } : {}) });
        opened.push(store);
        const close = store.close.bind(store);
        return Object.assign(store, {
          async close() {
            closed.add(store);
            await close();
          },
        });
      },
      advance: (by) => clock.advance(by),
      rebuild: (store) => (store as SqliteStore).rebuild(),
      async end() {
        for (const store of opened) if (!closed.has(store)) await store.close();
      },
    };
  },
  true,
);

describe('A folder of the SQLite store', () => {
  test('given a server in it, when a second opens it, then it is refused by name of folder and holder', async () => {
    const folder = newFolder();
    const store = createSqliteStore({ folder });
    expect(() => createSqliteStore({ folder })).toThrow(`${folder} is in use by another guicheng server (process ${process.pid})`);
    await put(store, 'still');
    await store.close();
    await createSqliteStore({ folder }).close();
  });

  test('given projections that were lost, when they are rebuilt from the log, then every view says what it said before', async () => {
    const folder = newFolder();
    const store = createSqliteStore({ folder });
    for (let index = 0; index < 5; index += 1) await put(store, `c${index}`, [caseRow(`c${index}`), taskRow(`c${index}`, 'v1')]);
    const before = await tell(store);
    const other = openSqlite(join(folder, 'guicheng.db'));
    other.exec(
      "DELETE FROM place; DELETE FROM reader; DELETE FROM case_row; DELETE FROM heads; INSERT INTO case_grams (case_grams) VALUES ('delete-all')",
    );
    other.close();
    expect(await tell(store)).not.toEqual(before);
    await store.rebuild();
    expect(await tell(store)).toEqual(before);
    await store.close();
  });

  test('given a database with the projections of an earlier release, when it is opened, then they are made anew from the log, once', async () => {
    const folder = newFolder();
    const store = createSqliteStore({ folder });
    for (let index = 0; index < 3; index += 1) await put(store, `c${index}`, [caseRow(`c${index}`), taskRow(`c${index}`, 'v1')]);
    const before = await tell(store);
    await store.close();
    const path = join(folder, 'guicheng.db');
    const earlier = openSqlite(path);
    earlier.exec('DROP TABLE place; CREATE TABLE place (place TEXT, key TEXT); DELETE FROM case_row; PRAGMA user_version = 0');
    earlier.close();
    const opened = createSqliteStore({ folder });
    expect(await tell(opened)).toEqual(before);
    await opened.close();
    const again = openSqlite(path);
    again.exec('DELETE FROM case_row');
    again.close();
    const lost = createSqliteStore({ folder });
    expect(await tell(lost)).not.toEqual(before);
    await lost.close();
  });

  test('given a database that a later release wrote, when it is opened, then it is refused by path, and left as it was', async () => {
    const folder = newFolder();
    await createSqliteStore({ folder }).close();
    const path = join(folder, 'guicheng.db');
    const later = openSqlite(path);
    later.exec('PRAGMA user_version = 99');
    later.close();
    expect(() => createSqliteStore({ folder })).toThrow(`${path} was written by a later release`);
    expect(() => createSqliteStore({ folder })).toThrow('later release');
  });

  test('given a database that cannot grow, when commits do not fit, then they are refused as a whole, others of the moment are not, and what was acknowledged is there', async () => {
    const folder = newFolder();
    const store = createSqliteStore({ folder });
    await put(store, 'before');
    await store.limitPages(2);
    const huge = commitOf('huge', 1, { parts: { state: { snapshot: null, facts: 'x'.repeat(3_000_000) } } });
    const outcomes = await Promise.allSettled([store.append(huge), store.append(commitOf('small', 1)), store.append(huge)]);
    expect(outcomes.map((one) => (one.status === 'rejected' ? one.reason instanceof StoreUnavailable : one.value.ok))).toEqual([
      true,
      true,
      true,
    ]);
    expect(outcomes.map((one) => one.status)).toEqual(['rejected', 'fulfilled', 'rejected']);
    expect(await store.load(huge.stream)).toBeUndefined();
    expect((await store.load(id('case/before')))?.revision).toBe(1);
    await store.close();
    const again = createSqliteStore({ folder });
    expect((await again.load(id('case/small')))?.revision).toBe(1);
    expect((await again.append(huge)).ok).toBe(true);
    await again.close();
  });

  test('given a commit that breaks a promise, when it is written beside others, then only it is refused', async () => {
    const store = createSqliteStore({ folder: newFolder() });
    const outcomes = await Promise.allSettled([
      store.append(commitOf('a', 1)),
      store.append(commitOf('gap', 7)),
      store.append(commitOf('b', 1)),
    ]);
    expect(outcomes.map((one) => one.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await store.streams('case/', '', 10)).toEqual(['case/a', 'case/b']);
    await store.close();
  });

  test('given a disk that is full, when a file is stored, then it is refused as unavailable and leaves nothing behind', async () => {
    const folder = newFolder();
    const store = createSqliteStore({
      folder,
      probe(call) {
        if (call === 'write file') throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
      },
    });
    const about = {
      id: id<'file'>('f'),
      name: 'a.pdf',
      mediaType: 'application/pdf',
      size: 1,
      sha256: 'x',
      uploadedBy: wei.person,
      uploadedAt: id<'utc'>('2026'),
    };
    async function* content(): AsyncIterable<Uint8Array> {
      yield Buffer.from('a');
    }
    await expect(store.files.put(about, content())).rejects.toThrow(StoreUnavailable);
    expect(readdirSync(join(folder, 'files'))).toEqual([]);
    expect(await store.files.about(about.id)).toBeUndefined();
    await store.close();
  });
});
