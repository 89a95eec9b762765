import { describe, expect, test } from '@jest/globals';
import type { Commit } from '../../packages/runtime/src/ports/commit.ts';
import { brokenAt } from '../../packages/runtime/src/ports/seal.ts';
import { caseRow, commitOf, ids, put, taskRow, wei } from '../../packages/runtime/src/store/contract/samples.ts';
import { tell } from '../../packages/runtime/src/store/contract/tell.ts';
import type { MongoStore } from '../../packages/runtime/src/store/mongodb/mongoStore.ts';
import { id } from '../../packages/runtime/src/words/ids.ts';
import { newDatabase } from './database.ts';

const ALWAYS = id<'utc'>('9999');
const todo = { list: 'todo', limit: 100 } as const;

/** What a sweep does: brings up what was left. */
async function sweep(store: MongoStore): Promise<void> {
  for (const stream of await store.pending(ALWAYS, 100)) await store.project(stream);
}

describe('Two servers on one MongoDB', () => {
  test('given 64 appends of one revision through two servers, when they race ten times, then one wins each, and both servers say the same', async () => {
    const { open } = newDatabase();
    const both = [await open(), await open()] as const;
    let previous: Commit | undefined;
    for (let revision = 1; revision <= 10; revision += 1) {
      const rows = [caseRow('race', { revision }), taskRow('race', 'v1', { revision })];
      const rivals = Array.from({ length: 64 }, () => commitOf('race', revision, { rows, ...(previous ? { previous } : {}) }));
      const outcomes = await Promise.all(rivals.map((rival, index) => both[index % 2 === 0 ? 0 : 1].append(rival)));
      const winners = rivals.filter((_, index) => outcomes[index]?.ok);
      expect(winners).toHaveLength(1);
      previous = winners[0];
    }
    const log = await both[0].log({ stream: id('case/race'), after: 0, limit: 100 });
    expect(log).toHaveLength(10);
    expect(brokenAt(log)).toBeUndefined();
    await both[0].tail();
    await both[1].tail();
    await sweep(both[0]);
    expect(await tell(both[0])).toEqual(await tell(both[1]));
  });

  test('given two servers that append to the same cases in turn, when projections are rebuilt, then every view says what it said before', async () => {
    const { open } = newDatabase();
    const both = [await open(), await open()] as const;
    await Promise.all(
      Array.from({ length: 8 }, async (_, index) => {
        for (let revision = 1; revision <= 6; revision += 1) {
          const name = `turn${index}`;
          const done = revision === 6 && index % 2 === 0;
          const state = done ? ({ state: 'completed', doneBy: wei.person, closedAt: id<'utc'>('2026-11-24T03:00:00.000Z') } as const) : {};
          await put(both[(revision + index) % 2 === 0 ? 0 : 1], name, [
            caseRow(name, { revision, title: `通知 ${revision}` }),
            taskRow(name, 'v1', { revision, title: `通知 ${revision}`, ...state }),
          ]);
        }
      }),
    );
    for (const store of both) await store.close();
    const store = await open();
    await sweep(store);
    const said = await tell(store);
    expect(ids((await store.views.tasks(wei, todo)).rows)).toEqual(['turn1.v1', 'turn3.v1', 'turn5.v1', 'turn7.v1']);
    for (const row of (await store.views.tasks(wei, todo)).rows) expect(row.revision).toBe(6);
    await store.rebuild();
    expect(await tell(store)).toEqual(said);
  });

  test('given a server that follows the changes, when two others append at once, then it misses none, and the numbers have no gap', async () => {
    const { open } = newDatabase();
    const [one, other, reader] = [await open(), await open(), await open()];
    const start = await reader.tail();
    const wanted = 2 * 10 * 4;
    const writing = Promise.all(
      [one, other].flatMap((store, which) =>
        Array.from({ length: 10 }, async (_, index) => {
          for (let revision = 1; revision <= 4; revision += 1) await put(store, `s${which}-${index}`);
        }),
      ),
    );
    const seen = new Set<string>();
    let cursor = start;
    while (seen.size < wanted) {
      const page = await reader.changes(cursor, 7);
      for (const row of page.rows) seen.add(`${row.stream}@${row.revision}`);
      cursor = page.cursor;
    }
    await writing;
    for (const store of [one, other]) await store.tail();
    const found = await reader.connection.collection<{ _id: number }>('journal').find({}).sort({ _id: 1 }).toArray();
    expect(found.map((entry) => entry._id)).toEqual(found.map((_, index) => index + 1));
  }, 60_000);

  test('given somebody who listens at one server, when another appends, then they are told', async () => {
    const { open } = newDatabase();
    const [one, other] = [await open({ every: 20 }), await open()];
    const heard = new Promise<void>((done) => {
      one.onChange(done);
    });
    await put(other, 'heard');
    await heard;
    expect((await one.changes('', 10)).rows).toEqual([{ stream: 'case/heard', revision: 1 }]);
  });

  test('given projections that were lost or falsified, when they are rebuilt from the log, then every view says what it said before', async () => {
    const { open } = newDatabase();
    const store = await open();
    for (let index = 0; index < 5; index += 1) await put(store, `c${index}`, [caseRow(`c${index}`), taskRow(`c${index}`, 'v1')]);
    const said = await tell(store);
    const { connection } = store;
    await connection.collection('heads').deleteMany({});
    await connection.collection('cases').deleteMany({});
    await connection.collection('tasks').updateMany({}, { $set: { revision: 99, json: '{"id":"forged"}' } });
    expect(await tell(store)).not.toEqual(said);
    await store.rebuild();
    expect(await tell(store)).toEqual(said);
  });

  test('given a page of changes that ends within an entry, when the next is read, then it goes on where that ended', async () => {
    const { open } = newDatabase();
    const store = await open();
    await Promise.all(Array.from({ length: 9 }, (_, index) => store.append(commitOf(`c${index}`, 1))));
    const seen: string[] = [];
    for (let cursor = ''; ; ) {
      const page = await store.changes(cursor, 2);
      if (page.rows.length === 0) break;
      expect(page.rows.length).toBeLessThanOrEqual(2);
      seen.push(...page.rows.map((row) => row.stream));
      cursor = page.cursor;
    }
    expect([...seen].sort()).toEqual(Array.from({ length: 9 }, (_, index) => `case/c${index}`));
    expect((await store.changes('not a cursor', 100)).rows).toHaveLength(9);
  });

  test('given a commit that leaves a gap, when it is appended, then it is refused as a broken promise', async () => {
    const { open } = newDatabase();
    const store = await open();
    await expect(store.append(commitOf('gap', 7))).rejects.toThrow('case/gap@6 is not in the log');
    expect(await store.load(id('case/gap'))).toBeUndefined();
  });
});
