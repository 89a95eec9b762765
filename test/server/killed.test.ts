import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dayOf } from '../../packages/runtime/src/calendar/day.ts';
import { viewerOf } from '../../packages/runtime/src/organization/viewerOf.ts';
import type { Organization } from '../../packages/runtime/src/organization/model.ts';
import type { Commit } from '../../packages/runtime/src/ports/commit.ts';
import { brokenAt } from '../../packages/runtime/src/ports/seal.ts';
import { createSqliteStore, type SqliteStore } from '../../packages/runtime/src/store/sqlite/sqliteStore.ts';
import { fixedClock } from '../../packages/runtime/src/words/clock.ts';
import { id, type StreamId } from '../../packages/runtime/src/words/ids.ts';
import { build, endChildren } from './built.ts';
import { load, type Operation } from './load.ts';

/** Fewer on a desk; as many as the project promises where it is proven. */
const KILLS = process.env['CI'] ? 50 : 5;
const CLERKS = 12;

const folder = mkdtempSync(join(tmpdir(), 'guicheng-killed-'));
const clock = fixedClock('2026-11-24T01:00:00Z');
beforeAll(build, 120_000);
afterAll(() => {
  endChildren();
  rmSync(folder, { recursive: true });
});

/** After how many acknowledgements each server dies: the same moments in every run, 1 to 30 apart. */
const moments = Array.from({ length: KILLS }, (_, round) => 1 + ((round * 7919) % 30));

describe('A server that is killed under load', () => {
  test(
    `given ${CLERKS} clerks at work, when it is killed ${KILLS} times, then all that was acknowledged is there exactly once`,
    async () => {
      const clerks = load(folder);
      await clerks.start();
      const work = await clerks.begin(CLERKS);
      try {
        for (const moment of moments) {
          await clerks.more(moment);
          await clerks.kill();
          const last = clerks.operations.filter((operation) => operation.answer !== undefined).slice(-3);
          for (const operation of last) expect(await clerks.again(operation)).toBe(operation.answer);
        }
      } finally {
        await work.end();
      }
      expect(await clerks.stop()).toBe(0);
      process.stdout.write(`killed ${KILLS} times under ${CLERKS} clerks: ${clerks.acknowledged()} acknowledgements, each there once\n`);
      expect(clerks.acknowledged()).toBe(clerks.operations.length);
      expect(clerks.operations.length).toBeGreaterThan(moments.reduce((sum, moment) => sum + moment, 0) - 1);

      const store = createSqliteStore({ folder: join(folder, 'demo'), clock });
      const logs = await readAll(store);
      for (const [stream, log] of logs) expect([stream, brokenAt(log, undefined)]).toEqual([stream, undefined]);
      expect(onceEach(logs)).toEqual(acknowledgedBy(clerks.operations));
      expect(receipts(logs)).toEqual(Array.from({ length: cases(logs).length }, (_, index) => index + 1));
      const told = await tell(store, logs);
      await store.rebuild();
      expect(await tell(store, logs)).toEqual(told);
      await store.close();
    },
    KILLS * 10_000 + 60_000,
  );
});

type Logs = ReadonlyMap<StreamId, readonly Commit[]>;

async function readAll(store: SqliteStore): Promise<Logs> {
  const logs = new Map<StreamId, readonly Commit[]>();
  for (let after = ''; ; ) {
    const page = await store.streams('', after, 500);
    for (const stream of page) logs.set(stream, await store.log({ stream, after: 0, limit: 10_000 }));
    if (page.length < 500) return logs;
    after = String(page.at(-1));
  }
}

const cases = (logs: Logs): readonly (readonly Commit[])[] =>
  [...logs].filter(([stream]) => stream.startsWith('case/')).map(([, log]) => log);

/** Every request that is in the log, as often as it is there, with its answer. */
const onceEach = (logs: Logs): readonly (readonly [string, unknown])[] =>
  cases(logs)
    .flat()
    .flatMap((commit) => (commit.request ? [[commit.request.id, commit.request.answer] as const] : []))
    .sort(([left], [right]) => (left < right ? -1 : 1));

const acknowledgedBy = (operations: readonly Operation[]): readonly (readonly [string, unknown])[] =>
  operations
    .map((operation) => [operation.id, JSON.parse(operation.answer ?? 'null') as unknown] as const)
    .sort(([left], [right]) => (left < right ? -1 : 1));

/** The numbers that were given, in order: one a case, none twice and none lost to a crash. */
const receipts = (logs: Logs): readonly number[] =>
  cases(logs)
    .map((log) => Number(/收〔\d{4}〕(\d+)号/.exec(JSON.stringify(log.map((commit) => commit.parts)))?.[1]))
    .sort((left, right) => left - right);

/** What the store's projections say to those who worked. */
async function tell(store: SqliteStore, logs: Logs): Promise<unknown> {
  const organization = (await store.load(id('organization')))?.facts as unknown as Organization;
  const heads = await Promise.all([...logs.keys()].map((stream) => store.load(stream)));
  const seen = await Promise.all(
    ['wu-fang', 'li-min', 'chen-zhiqiang', 'peng-fei'].map(async (person) => {
      const viewer = viewerOf(organization, id(person), dayOf(clock.now()));
      if (!viewer) throw new Error(`${person} is gone`);
      return {
        todo: await store.views.tasks(viewer, { list: 'todo', limit: 10_000 }),
        done: await store.views.tasks(viewer, { list: 'done', limit: 10_000 }),
        all: await store.views.cases(viewer, { list: 'all', limit: 10_000 }),
        counts: await store.views.counts(viewer, clock.now()),
        found: await store.views.search(viewer, '来文', 10_000),
      };
    }),
  );
  return { heads, seen, due: await store.due(id('2030'), 10_000), outbox: await store.outbox(10_000) };
}
