import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from '@jest/globals';
import { kernelExecutor } from '../../packages/runtime/src/executor/kernel/kernelExecutor.ts';
import { createOffice } from '../../packages/runtime/src/office/create.ts';
import { brokenAt } from '../../packages/runtime/src/ports/seal.ts';
import { tell } from '../../packages/runtime/src/store/contract/tell.ts';
import { createSqliteStore } from '../../packages/runtime/src/store/sqlite/sqliteStore.ts';
import { fixedClock } from '../../packages/runtime/src/words/clock.ts';
import { id } from '../../packages/runtime/src/words/ids.ts';
import { person, yes } from '../runtime/office/harness.ts';

const all = mkdtempSync(join(tmpdir(), 'guicheng-releases-'));
afterAll(() => rmSync(all, { recursive: true }));

const releases = readdirSync('test/releases').filter((name) => /^v\d+\.\d+$/.test(name));

/** The store that a release wrote, in a folder of its own. */
function opened(release: string) {
  const folder = mkdtempSync(join(all, `${release}-`));
  cpSync(join('test/releases', release, 'files'), join(folder, 'files'), { recursive: true });
  writeFileSync(join(folder, 'guicheng.db'), gunzipSync(readFileSync(join('test/releases', release, 'guicheng.db.gz'))));
  const clock = fixedClock('2026-11-25T01:00:00Z');
  const store = createSqliteStore({ folder, clock });
  return { store, office: createOffice({ store, executor: kernelExecutor, clock }) };
}

describe.each(releases)('A store that %s wrote', (release) => {
  test('given its log, when it is read today, then every chain holds, and the projections made anew say what they said', async () => {
    const { store } = opened(release);
    for (const stream of await store.streams('', '', 1000))
      expect(brokenAt(await store.log({ stream, after: 0, limit: 1000 }))).toBeUndefined();
    const before = await tell(store);
    await store.rebuild();
    expect(await tell(store)).toEqual(before);
    await store.close();
  });

  test('given its cases, when people go on with them today, then each task is where it was, and the case comes to its end', async () => {
    const { store, office } = opened(release);
    const todo = async (who: string) => yes(await office.tasks(person(who), { list: 'todo', limit: 50 })).rows;
    const does = async (who: string, element: string, about: { readonly outcome?: string; readonly values?: object } = {}) => {
      const task = (await todo(who)).find((row) => row.element === element);
      const values = Object.fromEntries(Object.entries(about.values ?? {}).map(([field, to]) => [field, { to }]));
      const outcome = about.outcome === undefined ? {} : { outcome: about.outcome };
      return yes(
        await office.completeTask(person(who), id(task?.id ?? ''), { request: `now-${who}-${element}`, values, confirmed: [], ...outcome }),
      );
    };
    expect((await todo('wu-fang')).map((row) => row.element).sort()).toEqual(['in_register', 'in_supervise']);
    const returned = (await todo('wu-fang')).find((row) => row.element === 'in_register');
    expect(returned).toMatchObject({ number: '收〔2026〕3号', returned: { reason: '份数不符。' } });
    for (const who of ['lu-yao', 'peng-fei']) await does(who, 'in_handle', { values: { result: '已办结。', needReply: false } });
    const last = await does('deng-rui', 'in_handle', { values: { result: '已办结。', needReply: false } });
    expect(last.ended).toBe(true);
    await does('wu-fang', 'in_register', { outcome: 'none' });
    const states = yes(await office.cases(person('wu-fang'), { list: 'all', limit: 50 })).rows.map((row) => [row.number, row.status]);
    expect(states).toEqual(
      expect.arrayContaining([
        ['收〔2026〕1号', 'completed'],
        ['收〔2026〕2号', 'completed'],
        ['收〔2026〕3号', 'running'],
      ]),
    );
    await store.close();
  });
});

test('there is a store of a release', () => expect(releases).toContain('v0.1'));
