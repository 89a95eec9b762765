import { join } from 'node:path';
import { createSqliteStore, systemClock, type Store } from '@guicheng/runtime';
import type { Viewer } from '../../../packages/runtime/dist/organization/viewer.js';
import { openSqlite, type Sqlite } from '../../../packages/runtime/dist/store/sqlite/database.js';
import { taskViews } from '../../../packages/runtime/dist/store/sqlite/taskViews.js';
import { id, personSeat, postSeat } from '../../../packages/runtime/dist/words/ids.js';
import { fill } from '../load/fill.ts';
import { withFolder } from '../load/folder.ts';
import { judged, notRun, type About, type Goal } from '../report/figure.ts';
import type { Suite } from '../suite.ts';

const MANY = 100_000;
const FEW = 1_000;
const PAGE = 50;

const RAW: About = { figure: 'board page at 100,000 open tasks beside its raw query', group: 'board', unit: 'µs' };
const SELF: About = { figure: 'board page at 100,000 open tasks beside 1,000', group: 'board', unit: 'µs' };
const GOAL: Goal = { kind: 'timesAtMost', times: 1.5 };

/** Ten seats share the tasks; the viewer holds two of them beside the seat of his own. */
const SEATS = Array.from({ length: 10 }, (_, n) => postSeat(id(`post${n}`), id('office')));
const VIEWER: Viewer = {
  person: id('wu-fang'),
  roles: ['staff'],
  clearance: 'internal',
  seats: [{ seat: personSeat(id('wu-fang')) }, ...SEATS.slice(0, 2).map((seat) => ({ seat }))],
};
const QUERY = { list: 'todo', limit: PAGE } as const;

/** The first page of 待办, as the store gives it, beside the least SQL that finds the same rows, and beside itself in a small office. */
export const boardPage: Suite = {
  group: 'board',
  quick: true,
  measure: ({ say }) =>
    withFolder(async (folder) => {
      say(`filling a store with ${MANY} open tasks, about half a minute`);
      const large = await filled(join(folder, 'large'), MANY);
      const small = await filled(join(folder, 'small'), FEW);
      await sameRows(large);
      const rounds = await turnAbout([() => ofView(large), () => ofRaw(large), () => ofStore(large.store), () => ofStore(small.store)]);
      const [view = 0, raw = 0, atMany = 0, atFew = 0] = rounds;
      for (const office of [large, small]) {
        office.database.close();
        await office.store.close();
      }
      const beside = `the view and the query on one connection, rows parsed, ${PAGE} rows; through the store, its reader thread included, ${atMany.toFixed(0)} µs`;
      return [
        judged(RAW, { ours: view, yardstick: raw, reason: beside }, GOAL),
        judged(
          SELF,
          { ours: atMany, yardstick: atFew, reason: 'store.views.tasks, its reader thread included; turn about, the best of five each' },
          GOAL,
        ),
      ];
    }),
  failed: (reason) => [notRun(RAW, GOAL, reason), notRun(SELF, GOAL, reason)],
};

interface Office {
  readonly store: Store;
  /** A connection of the bench's own, in this thread. */
  readonly database: Sqlite;
}

async function filled(folder: string, tasks: number): Promise<Office> {
  await createSqliteStore({ folder, clock: systemClock }).close();
  fill(join(folder, 'guicheng.db'), tasks, SEATS);
  return { store: createSqliteStore({ folder, clock: systemClock }), database: openSqlite(join(folder, 'guicheng.db')) };
}

/** What the page comes down to: of each list the first by its index, put in order, the rows beside them. */
const LIST = 'SELECT * FROM (SELECT key, task FROM place WHERE place = ? ORDER BY key LIMIT ?)';
const LEAST = `WITH page AS (SELECT key, task FROM (${LIST} UNION ALL ${LIST} UNION ALL ${LIST} UNION ALL ${LIST}) ORDER BY key LIMIT ?)
  SELECT json FROM page CROSS JOIN task_row ON task_row.id = page.task ORDER BY key`;

function rawPage(database: Sqlite): readonly unknown[] {
  const places = ['todo=wu-fang', ...VIEWER.seats.map(({ seat }) => `todo:${seat}`)];
  const found = database.prepare(LEAST).all(...places.flatMap((place) => [place, PAGE + 1]), PAGE + 1) as readonly {
    readonly json: string;
  }[];
  return found.slice(0, PAGE).map((row) => JSON.parse(row.json) as unknown);
}

/** The comparison is worth something only where both find the same. */
async function sameRows(office: Office): Promise<void> {
  const page = await office.store.views.tasks(VIEWER, QUERY);
  if (page.rows.length !== PAGE) throw new Error(`a page of ${PAGE} was wanted, there are ${page.rows.length}`);
  if (JSON.stringify(page.rows) !== JSON.stringify(rawPage(office.database)))
    throw new Error('the raw query finds other rows than the view');
}

const ofView = async ({ database }: Office): Promise<number> => {
  const views = taskViews(database);
  return each(async () => void views.tasks(VIEWER, QUERY));
};
const ofRaw = ({ database }: Office): Promise<number> => each(async () => void rawPage(database));
const ofStore = (store: Store): Promise<number> => each(async () => void (await store.views.tasks(VIEWER, QUERY)));

/** Microseconds a time. */
async function each(run: () => Promise<void>): Promise<number> {
  const begin = performance.now();
  for (let one = 0; one < 300; one += 1) await run();
  return ((performance.now() - begin) * 1000) / 300;
}

/** After a round to warm up, five rounds of all, so that the machine's moods fall on each; the best of each. */
async function turnAbout(runs: readonly (() => Promise<number>)[]): Promise<readonly number[]> {
  const best = runs.map(() => Number.POSITIVE_INFINITY);
  for (const run of runs) await run();
  for (let round = 0; round < 5; round += 1)
    for (const [place, run] of runs.entries()) best[place] = Math.min(best[place] ?? 0, await run());
  return best;
}
