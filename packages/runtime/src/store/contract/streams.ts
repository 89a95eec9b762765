import type { Commit } from '../../ports/commit.ts';
import { fold } from '../../ports/fold.ts';
import { brokenAt } from '../../ports/seal.ts';
import type { Head } from '../../ports/commit.ts';
import { caseStream, id } from '../../words/ids.ts';
import { holds, same, type StoreCase } from './ground.ts';
import { caseRow, commitOf, ids, put, subscriptionRow, taskRow, wei } from './samples.ts';
import { tell } from './tell.ts';

/** What is promised of streams of commits. */
export const streamCases: readonly StoreCase[] = [
  {
    name: 'given 64 who append the same revision, when all do at once, twenty times, then exactly one wins each and the others hear who',
    async run(ground) {
      const store = await ground.open();
      let previous: Commit | undefined;
      for (let revision = 1; revision <= 20; revision += 1) {
        const rivals = Array.from({ length: 64 }, () => commitOf('race', revision, previous ? { previous } : {}));
        const outcomes = await Promise.all(rivals.map((rival) => store.append(rival)));
        const winners = rivals.filter((_, index) => outcomes[index]?.ok);
        same(winners.length, 1, 'how many won');
        for (const outcome of outcomes)
          if (!outcome.ok) same([outcome.winner.revision, outcome.winner.actor.id], [revision, wei.person], 'who is named as the winner');
        previous = winners[0];
      }
      const log = await store.log({ stream: caseStream(id('race')), after: 0, limit: 100 });
      same(log.length, 20, 'how many stand in the log');
      same(brokenAt(log) ?? null, null, 'where the chain breaks');
    },
  },
  {
    name: 'given an acknowledgement that got lost, when the same commit is appended again, then it is ok and stands there once',
    async run(ground) {
      const store = await ground.open();
      const first = commitOf('again', 1);
      const second = commitOf('again', 2, { previous: first });
      for (const commit of [first, first, second, first]) same(await store.append(commit), { ok: true }, 'the outcome');
      same(await store.log({ stream: first.stream, after: 0, limit: 10 }), [first, second], 'the log');
    },
  },
  {
    name: 'given 70 commits with answered requests, when the stream is loaded, then the head is their fold with the last 64 answers',
    async run(ground) {
      const store = await ground.open();
      let head: Head | undefined;
      let previous: Commit | undefined;
      for (let revision = 1; revision <= 70; revision += 1) {
        const full = revision === 32 ? { parts: { full: { s1: { only: 32 } } } } : {};
        const commit: Commit = commitOf('fold', revision, { request: `q${revision}`, ...full, ...(previous ? { previous } : {}) });
        await store.append(commit);
        head = fold(head, commit);
        previous = commit;
      }
      same(await store.load(caseStream(id('fold'))), head, 'the head');
      same(head?.answered.length, 64, 'how many answers are remembered');
      same(await store.load(caseStream(id('unknown'))), undefined, 'a stream that is not there');
    },
  },
  {
    name: 'given a log, when it is read in pages, then each commit comes once, in order, as it was written',
    async run(ground) {
      const store = await ground.open();
      const written: Commit[] = [];
      for (let revision = 1; revision <= 12; revision += 1) written.push(await put(store, 'paged'));
      const read: Commit[] = [];
      for (;;) {
        const page = await store.log({ stream: caseStream(id('paged')), after: read.length, limit: 5 });
        read.push(...page);
        if (page.length === 0) break;
      }
      same(read, written, 'the log');
    },
  },
  {
    name: 'given many who append at once, when the changes are followed meanwhile, then none is skipped',
    async run(ground) {
      const store = await ground.open();
      await put(store, 'older');
      const start = await store.tail();
      const writing = Promise.all(
        Array.from({ length: 40 }, async (_, index) => {
          for (let revision = 1; revision <= 5; revision += 1) await put(store, `many${index}`);
        }),
      );
      let done = false;
      void writing.then(() => {
        done = true;
      });
      const seen = new Set<string>();
      for (let cursor = start, last = false; ; ) {
        const wasDone = done;
        const page = await store.changes(cursor, 7);
        for (const row of page.rows) seen.add(`${row.stream}@${row.revision}`);
        cursor = page.cursor;
        if (last && page.rows.length === 0) break;
        last = wasDone;
      }
      await writing;
      same(seen.size, 200, 'how many changes were seen');
      holds(!seen.has('case/older@1'), 'what was there before the cursor is not new');
      const all = await store.changes('', 1000);
      same(all.rows.length >= 201, true, 'from the first cursor all are there');
    },
  },
  {
    name: 'given somebody who listens, when a commit is appended, then they are told; after that they stopped, no more',
    async run(ground) {
      const store = await ground.open();
      let told = 0;
      let hear: () => void = () => undefined;
      const heard = new Promise<void>((done) => {
        hear = done;
      });
      const stop = store.onChange(() => {
        told += 1;
        hear();
      });
      await put(store, 'heard');
      let over: ReturnType<typeof setTimeout> | undefined;
      const late = new Promise((done) => {
        over = setTimeout(done, 5000);
      });
      await Promise.race([heard, late]);
      clearTimeout(over);
      holds(told > 0, 'nobody was told');
      stop();
      const before = told;
      await put(store, 'heard');
      same(told, before, 'how often they were told');
    },
  },
  {
    name: 'given streams of several kinds, when they are listed by their beginning, then in order and by page',
    async run(ground) {
      const store = await ground.open();
      for (const stream of ['case/b', 'case/a', 'definition/x', 'casex']) await store.append(commitOf('', 1, { stream }));
      same(await store.streams('case/', '', 10), ['case/a', 'case/b'], 'the cases');
      same(await store.streams('case/', 'case/a', 10), ['case/b'], 'after the first');
      same(await store.streams('', '', 2), ['case/a', 'case/b'], 'the first two of all');
    },
  },
  {
    name: 'given a row that comes late or twice, when a newer one stands there, then the newer stands',
    async run(ground) {
      const store = await ground.open();
      await put(store, 'late', [caseRow('late', { revision: 5, title: '新' }), taskRow('late', 'v1', { revision: 5, state: 'completed' })]);
      await put(store, 'late', [caseRow('late', { revision: 4, title: '旧' }), taskRow('late', 'v1', { revision: 4 })]);
      same((await store.views.case(wei, id('late')))?.title, '新', 'the title');
      same((await store.views.tasks(wei, { list: 'todo', limit: 10 })).rows.length, 0, 'the tasks');
      await put(store, 'late', [caseRow('late', { revision: 6, title: '再' })]);
      same((await store.views.case(wei, id('late')))?.title, '再', 'the title after a third');
    },
  },
  {
    name: 'given parts erased by order, when the chain is verified, then it holds, the state is as before, and a forged text shows',
    async run(ground) {
      const store = await ground.open();
      await put(store, 'erase', [caseRow('erase'), taskRow('erase', 'v1'), subscriptionRow('erase', 'erase.w1')]);
      await put(store, 'erase', [caseRow('erase', { revision: 2 })]);
      const stream = caseStream(id('erase'));
      const before = await store.load(stream);
      const list = await store.views.tasks(wei, { list: 'todo', limit: 10 });
      await store.erase({ stream, parts: ['state', 'patch', 'events', 'rows'], upTo: 2, orderedBy: 'security' });
      const log = await store.log({ stream, after: 0, limit: 10 });
      same([log.length, Object.keys(log[0]?.parts ?? {}), Object.keys(log[1]?.parts ?? {})], [3, [], []], 'what is left of the parts');
      same(brokenAt(log) ?? null, null, 'where the chain breaks');
      holds(log[2]?.parts.events?.text.includes('security') === true, 'the order stands in the log');
      const after = await store.load(stream);
      same([after?.data, after?.facts], [before?.data, before?.facts], 'the state');
      same(log.reduce<Head | undefined>(fold, undefined), after, 'the fold of what is left');
      same(await store.views.tasks(wei, { list: 'todo', limit: 10 }), list, 'the board');
      const forged = log.map((commit) => (commit.revision === 3 ? { ...commit, parts: { full: { salt: 'x', text: '{}' } } } : commit));
      same(brokenAt(forged), { revision: 3, what: 'full' }, 'where a forged text shows');
      if (!ground.rebuild) return;
      const told = await tell(store);
      await ground.rebuild(store);
      same(await tell(store), told, 'what the store says after a rebuild');
    },
  },
  {
    name: 'given a store that was closed, when it is opened again, then it says what it said, and so it does after a rebuild from the log',
    durable: true,
    async run(ground) {
      const store = await ground.open();
      for (let index = 0; index < 5; index += 1) {
        const name = `c${index}`;
        await put(store, name, [caseRow(name), taskRow(name, 'v1'), taskRow(name, 'v2', { attention: 'read' })]);
        await put(store, name, [
          caseRow(name, { revision: 2, doers: [wei.person] }),
          taskRow(name, 'v1', { revision: 2, state: 'completed', doneBy: wei.person, closedAt: id('2026-11-24T02:00:00.000Z') }),
        ]);
      }
      const said = await tell(store);
      await store.close();
      const again = await ground.open();
      same(await tell(again), said, 'what it says');
      same(ids((await again.views.tasks(wei, { list: 'done', limit: 2 })).rows), ['c4.v1', 'c3.v1'], 'what wei has done');
      await ground.rebuild?.(again);
      same(await tell(again), said, 'what it says after a rebuild');
    },
  },
];
