import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { fixedClock } from '../../packages/runtime/src/words/clock.ts';
import { createSqliteStore } from '../../packages/runtime/src/store/sqlite/sqliteStore.ts';
import { openSqlite } from '../../packages/runtime/src/store/sqlite/database.ts';
import { writeFileSync } from 'node:fs';
import { id } from '../../packages/runtime/src/words/ids.ts';
import { StoreUnavailable } from '../../packages/runtime/src/ports/store.ts';
import { caseRow, commitOf, storeContract, taskRow, wei } from './contract.ts';

const clock = fixedClock('2026-11-24T01:00:00Z');
const newFolder = (): string => mkdtempSync(join(tmpdir(), 'guicheng-store-'));

storeContract('The SQLite store', async () => {
  const folder = newFolder();
  let store = createSqliteStore({ folder, clock });
  return {
    store,
    async reopen() {
      await store.close();
      store = createSqliteStore({ folder, clock });
      return store;
    },
    async end() {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
});

describe('A folder of the SQLite store', () => {
  test('given a server in it, when a second opens it, then it is refused by name of folder and holder', async () => {
    const folder = newFolder();
    const store = createSqliteStore({ folder, clock });
    expect(() => createSqliteStore({ folder, clock })).toThrow(
      new RegExp(`${folder} is in use by another guicheng server \\(process ${process.pid}\\)`),
    );
    await store.close();
    await createSqliteStore({ folder, clock }).close();
  });

  test('given a lock left by a process that was killed, when a server starts, then it starts', async () => {
    const folder = newFolder();
    const gone = spawnSync(process.execPath, ['-e', 'process.stdout.write(String(process.pid))']).stdout.toString();
    writeFileSync(join(folder, 'server.lock'), JSON.stringify({ pid: Number(gone), began: '1' }));
    await createSqliteStore({ folder, clock }).close();
  });

  test('given projections lost, when they are rebuilt from the log, then every view says what it said before', async () => {
    const folder = newFolder();
    const store = createSqliteStore({ folder, clock });
    for (let index = 0; index < 5; index += 1)
      await store.append(commitOf(id(`c${index}`), 1, { rows: [caseRow(`c${index}`), taskRow(`c${index}`, 'v1')] }));
    const tell = async (): Promise<unknown> => [
      await store.views.tasks(wei, { list: 'todo', limit: 50 }),
      await store.views.cases(wei, { list: 'all', limit: 50 }),
      await store.views.search(wei, '通知', 50),
      await store.load(id('case/c3')),
    ];
    const before = await tell();
    const other = openSqlite(join(folder, 'guicheng.db'));
    other.exec('DELETE FROM task_seat; DELETE FROM case_row; DELETE FROM heads;');
    other.close();
    expect(await tell()).not.toEqual(before);
    store.rebuild();
    expect(await tell()).toEqual(before);
    await store.close();
  });

  test('given a database that cannot grow, when a commit does not fit, then it is refused as a whole and what was acknowledged is there', async () => {
    const folder = newFolder();
    const store = createSqliteStore({ folder, clock });
    await store.append(commitOf(id('before'), 1));
    store.limitPages(0);
    const huge = commitOf(id('huge'), 1, { facts: { text: 'x'.repeat(3_000_000) } });
    await expect(store.append(huge)).rejects.toThrow(StoreUnavailable);
    expect(await store.load(huge.stream)).toBeUndefined();
    expect((await store.load(id('case/before')))?.revision).toBe(1);
    await store.close();
    const again = createSqliteStore({ folder, clock });
    expect((await again.append(huge)).ok).toBe(true);
    await again.close();
  });
});
