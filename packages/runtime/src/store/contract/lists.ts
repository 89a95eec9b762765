import type { CaseRow, TaskRow } from '../../ports/rows.ts';
import type { Page } from '../../ports/views.ts';
import type { Store } from '../../ports/store.ts';
import { id, personSeat, type Instant } from '../../words/ids.ts';
import { holds, same, type StoreCase } from './ground.ts';
import type { Viewer } from '../../organization/viewer.ts';
import { AT, caseRow, deputy, fang, ids, put, registry, stranger, taskRow, wei } from './samples.ts';

const day = (number: number): Instant => id(`2026-12-${String(number).padStart(2, '0')}T16:00:00.000Z`);

async function turn<Row>(read: (cursor: string | undefined) => Promise<Page<Row>>, meanwhile?: () => Promise<unknown>): Promise<Row[]> {
  const seen: Row[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await read(cursor);
    seen.push(...page.rows);
    if (page.next === null) return seen;
    cursor = page.next;
    await meanwhile?.();
  }
}

const board =
  (store: Store, limit: number) =>
  (cursor: string | undefined): Promise<Page<TaskRow>> =>
    store.views.tasks(wei, { list: 'todo', limit, ...(cursor ? { cursor } : {}) });

/** What is promised of sorted lists, pages and badges. */
export const listCases: readonly StoreCase[] = [
  {
    name: 'given 25 tasks on two seats of one person, when paged by seven, then each comes once, by due time, then opening, none last',
    async run(ground) {
      const store = await ground.open();
      for (let index = 0; index < 25; index += 1) {
        const due = index % 5 === 0 ? null : day(28 - (index % 9));
        const seats = index % 3 === 0 ? [registry, personSeat(wei.person)] : [registry];
        const openedAt = id<'utc'>(`2026-11-${String(10 + (index % 7)).padStart(2, '0')}T01:00:00.000Z`);
        await put(store, `p${index}`, [caseRow(`p${index}`), taskRow(`p${index}`, 'v1', { due, seats, openedAt })]);
      }
      const seen = await turn(board(store, 7));
      same(new Set(ids(seen)).size, 25, 'how many different tasks were seen');
      same(seen.length, 25, 'how many were seen');
      const order = seen.map((row) => `${row.due ?? '9999'} ${row.openedAt} ${row.id}`);
      same(order, [...order].sort(), 'the order');
      const exact = await store.views.tasks(wei, { list: 'todo', limit: 25 });
      same([exact.rows.length, exact.next], [25, null], 'a page that holds exactly all');
    },
  },
  {
    name: 'given a page that is turned while tasks come and go, when all pages are read, then what stayed comes exactly once',
    async run(ground) {
      const store = await ground.open();
      for (let index = 0; index < 20; index += 1)
        await put(store, `s${index}`, [caseRow(`s${index}`), taskRow(`s${index}`, 'v1', { due: day(1 + index) })]);
      let round = 0;
      const seen = await turn(board(store, 4), async () => {
        const gone = { revision: 2, state: 'completed', doneBy: wei.person, closedAt: AT } as const;
        await put(store, `s${round}`, [taskRow(`s${round}`, 'v1', { due: day(1 + round), ...gone })]);
        await put(store, `s${19 - round}`, [taskRow(`s${19 - round}`, 'v1', { due: day(20 - round), ...gone })]);
        await put(store, `n${round}`, [caseRow(`n${round}`), taskRow(`n${round}`, 'v1', { due: day(2) })]);
        round += 1;
      });
      same(new Set(ids(seen)).size, seen.length, 'how often each was seen');
      const stayed = Array.from({ length: 20 }, (_, index) => index).filter((index) => index >= round && index < 20 - round);
      for (const index of stayed) holds(ids(seen).includes(`s${index}.v1`), `task s${index} was skipped`);
      for (let index = 20 - round + 1; index < 20; index += 1) {
        const page = Math.floor(index / 4);
        if (page > 20 - index) holds(!ids(seen).includes(`s${index}.v1`), `task s${index} was gone and is shown`);
      }
    },
  },
  {
    name: 'given filters by flow, step and due time, when the board is read, then only what fits is there',
    async run(ground) {
      const store = await ground.open();
      await put(store, 'f1', [taskRow('f1', 'v1', { due: day(3) })]);
      await put(store, 'f2', [taskRow('f2', 'v1', { due: day(5), element: id('approve') })]);
      await put(store, 'f3', [taskRow('f3', 'v1', { flow: id('seal-use') })]);
      const read = async (more: object): Promise<readonly string[]> =>
        ids((await store.views.tasks(wei, { list: 'todo', limit: 9, ...more })).rows);
      same(await read({}), ['f1.v1', 'f2.v1', 'f3.v1'], 'without a filter');
      same(await read({ dueBefore: day(5) }), ['f1.v1'], 'due before');
      same(await read({ element: 'approve' }), ['f2.v1'], 'of a step');
      same(await read({ flow: 'seal-use' }), ['f3.v1'], 'of a flow');
      same(await read({ flow: 'seal-use', element: 'approve' }), [], 'of a flow and a step of another');
    },
  },
  {
    name: 'given tasks that one has done, when that list is paged, then the newest comes first and each once',
    async run(ground) {
      const store = await ground.open();
      for (let index = 1; index <= 9; index += 1) {
        const done = { state: 'completed', doneBy: wei.person, closedAt: day(index) } as const;
        await put(store, `d${index}`, [caseRow(`d${index}`, { doers: [wei.person] }), taskRow(`d${index}`, 'v1', done)]);
      }
      const seen = await turn((cursor) => store.views.tasks(wei, { list: 'done', limit: 4, ...(cursor ? { cursor } : {}) }));
      same(
        ids(seen),
        [9, 8, 7, 6, 5, 4, 3, 2, 1].map((index) => `d${index}.v1`),
        'what was done',
      );
    },
  },
  {
    name: 'given cases that move while their list is paged, when all pages are read, then each comes once, the newest first',
    async run(ground) {
      const store = await ground.open();
      const row = (index: number, more: Partial<CaseRow> = {}): CaseRow =>
        caseRow(`k${index}`, { startedAt: day(index), readers: index % 2 ? [registry, personSeat(wei.person)] : [registry], ...more });
      for (let index = 1; index <= 11; index += 1) await put(store, `k${index}`, [row(index)]);
      let moved = 0;
      const seen = await turn(
        (cursor) => store.views.cases(wei, { list: 'all', limit: 3, ...(cursor ? { cursor } : {}) }),
        async () => {
          moved += 1;
          await put(store, `k${moved}`, [row(moved, { revision: 2, updatedAt: day(28) })]);
        },
      );
      same(
        ids(seen),
        Array.from({ length: 11 }, (_, index) => `k${11 - index}`),
        'the cases',
      );
    },
  },
  {
    name: 'given cases of several states, flows and initiators, when they are listed, then by what was asked',
    async run(ground) {
      const store = await ground.open();
      await put(store, 'x1', [caseRow('x1', { startedAt: day(1) })]);
      await put(store, 'x2', [caseRow('x2', { startedAt: day(2), status: 'completed', endedAt: day(3) })]);
      await put(store, 'x3', [caseRow('x3', { startedAt: day(3), initiator: id('wang-fang'), flow: id('seal-use') })]);
      const read = async (list: 'all' | 'started', more: object = {}): Promise<readonly string[]> =>
        ids((await store.views.cases(wei, { list, limit: 9, ...more })).rows);
      same(await read('all'), ['x3', 'x2', 'x1'], 'all');
      same(await read('started'), ['x2', 'x1'], 'begun by wei');
      same(await read('all', { status: 'completed' }), ['x2'], 'the completed');
      same(await read('started', { status: 'running' }), ['x1'], 'begun by wei and running');
      same(await read('all', { flow: 'seal-use' }), ['x3'], 'of a flow');
      same((await store.views.counts(wei, AT)).started, 1, 'the badge counts what still runs');
      same(await store.views.running(wei), [{ definition: 'incoming-document@1', cases: 2 }], 'what runs');
      const newer = id<'key@version'>('incoming-document@2');
      await put(store, 'x4', [caseRow('x4', { startedAt: day(4), definition: newer, status: 'incident' })]);
      same(await read('all', { definition: newer }), ['x4'], 'of a version');
      same(await read('started', { definition: newer }), ['x4'], 'begun by wei, of a version');
      same(await read('started', { definition: 'incoming-document@1', status: 'completed' }), ['x2'], 'of a version and completed');
      same(await read('all', { status: 'running', flow: 'incoming-document' }), ['x4', 'x1'], 'what stands still is running, too');
      same(await read('all', { status: 'incident' }), ['x4'], 'only what stands still');
    },
  },
  {
    name: 'given cases in which a seat chooses what is begun next, when those are listed, then to whom it is left, the newest first, until nothing is left to choose',
    async run(ground) {
      const store = await ground.open();
      const chosen = (index: number, more: Partial<CaseRow> = {}): CaseRow =>
        caseRow(`h${index}`, { startedAt: day(index), choosing: [registry], ...more });
      await put(store, 'h1', [chosen(1)]);
      await put(store, 'h2', [chosen(2, { choosing: [personSeat(wei.person), registry] })]);
      await put(store, 'h3', [chosen(3, { choosing: [personSeat(fang.person)] })]);
      await put(store, 'h4', [chosen(4, { clearance: 'secret' })]);
      await put(store, 'h5', [caseRow('h5')]);
      const read = async (viewer: Viewer, limit = 9): Promise<readonly string[]> =>
        ids(await turn((cursor) => store.views.cases(viewer, { list: 'choosing', limit, ...(cursor ? { cursor } : {}) })));
      same(await read(wei), ['h2', 'h1'], 'what wei may choose in');
      same(await read(wei, 1), ['h2', 'h1'], 'one a page');
      same(await read(fang), ['h3', 'h2', 'h1'], 'what fang may choose in');
      same(await read(stranger), [], 'what a stranger may choose in');
      same(await read(deputy), [], 'what a deputy for another flow may choose in');
      await put(store, 'h2', [caseRow('h2', { startedAt: day(2), revision: 2 })]);
      same(await read(wei), ['h1'], 'once nothing is left to choose');
    },
  },
  {
    name: 'given more than a hundred tasks on two seats, when badges are read, then each stops at 100; overdue counts only what is late',
    async run(ground) {
      const store = await ground.open();
      const rows = Array.from({ length: 120 }, (_, index) =>
        taskRow('badge', `v${index + 1}`, {
          seats: [registry, personSeat(wei.person)],
          due: index < 30 ? id('2026-11-20T16:00:00.000Z') : null,
          attention: index < 110 ? 'do' : 'read',
        }),
      );
      await put(store, 'badge', rows);
      same(await store.views.counts(wei, AT), { todo: 100, read: 10, started: 0, overdue: 30 }, 'the badges');
    },
  },
];
