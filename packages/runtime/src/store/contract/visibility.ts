import type { Viewer } from '../../organization/viewer.ts';
import { id, personSeat } from '../../words/ids.ts';
import { same, type StoreCase } from './ground.ts';
import { AT, caseRow, deputy, fang, ids, outboxRow, put, registry, stranger, taskRow, wei } from './samples.ts';

const todo = { list: 'todo', limit: 10 } as const;
const all = { list: 'all', limit: 10 } as const;

/** What is promised of who sees what: of what a viewer may not see there is nothing, not even a count. */
export const visibilityCases: readonly StoreCase[] = [
  {
    name: 'given a case of the registry, when everything is read, then the registry sees it and a stranger nothing, however highly cleared',
    async run(ground) {
      const store = await ground.open();
      await put(store, 'seen', [caseRow('seen'), taskRow('seen', 'v1'), outboxRow('seen', 'seen.m1')]);
      same(ids((await store.views.tasks(wei, todo)).rows), ['seen.v1'], 'the board of the registry');
      same(ids((await store.views.cases(wei, all)).rows), ['seen'], 'the cases of the registry');
      same(ids(await store.views.search(wei, '调研', 10)), ['seen'], 'what the registry finds');
      same(ids(await store.views.tasksOfCase(wei, id('seen'))), ['seen.v1'], 'the tasks of the case');
      same(ids(await store.views.outboxOfCase(wei, id('seen'))), ['seen.m1'], 'its outbox');
      same(await store.views.counts(wei, AT), { todo: 1, read: 0, started: 1, overdue: 0 }, 'the badges');
      same(await store.views.running(wei), [{ definition: 'incoming-document@1', cases: 1 }], 'what runs');
      same((await store.views.tasks(stranger, todo)).rows, [], 'a stranger’s board');
      same(await store.views.tasks(stranger, { list: 'done', limit: 10 }), { rows: [], next: null }, 'what a stranger did');
      same(await store.views.cases(stranger, all), { rows: [], next: null }, 'a stranger’s cases');
      same(await store.views.case(stranger, id('seen')), undefined, 'the case');
      same(await store.views.task(stranger, id('seen.v1')), undefined, 'the task');
      same(await store.views.tasksOfCase(stranger, id('seen')), [], 'the tasks of the case, for a stranger');
      same(await store.views.outboxOfCase(stranger, id('seen')), [], 'the outbox, for a stranger');
      same(await store.views.search(stranger, '调研', 10), [], 'what a stranger finds');
      same(await store.views.counts(stranger, AT), { todo: 0, read: 0, started: 0, overdue: 0 }, 'a stranger’s badges');
      same(await store.views.running(stranger), [], 'what runs, for a stranger');
    },
  },
  {
    name: 'given running cases that a process owner may not read, when what runs is counted, then they are counted, and nothing else of them told',
    async run(ground) {
      const store = await ground.open();
      await put(store, 'plain', [caseRow('plain')]);
      await put(store, 'secret', [caseRow('secret', { clearance: 'topSecret' }), taskRow('secret', 'v1', { clearance: 'topSecret' })]);
      await put(store, 'older', [caseRow('older', { definition: id('seal-use@3'), flow: id('seal-use') })]);
      await put(store, 'over', [caseRow('over', { status: 'completed', endedAt: AT })]);
      const owner: Viewer = { ...stranger, clearance: 'open', roles: ['staff', 'processOwner'] };
      same(
        await store.views.running(owner),
        [
          { definition: 'incoming-document@1', cases: 2 },
          { definition: 'seal-use@3', cases: 1 },
        ],
        'what runs',
      );
      same(await store.views.cases(owner, all), { rows: [], next: null }, 'the cases');
      same(await store.views.case(owner, id('secret')), undefined, 'one of them');
      same(await store.views.search(owner, '调研', 10), [], 'what is found');
      same(await store.views.counts(owner, AT), { todo: 0, read: 0, started: 0, overdue: 0 }, 'the badges');
      same(await store.views.running(stranger), [], 'what runs, for anybody else');
      const of = { definition: id<'key@version'>('incoming-document@1'), after: '', limit: 10 };
      same(await store.views.runningOf(owner, of), ['plain', 'secret'], 'which of one version');
      same(await store.views.runningOf(owner, { ...of, after: 'plain' }), ['secret'], 'those after one');
      same(await store.views.runningOf(owner, { ...of, limit: 1 }), ['plain'], 'the first');
      same(await store.views.runningOf(stranger, of), [], 'which, for anybody else');
    },
  },
  {
    name: 'given a case above one’s clearance, when everything is read, then it is not there, though one is its reader and initiator',
    async run(ground) {
      const store = await ground.open();
      const clearance = 'secret' as const;
      const done = { clearance, state: 'completed', doneBy: wei.person, closedAt: AT } as const;
      await put(store, 'secret', [
        caseRow('secret', { clearance, doers: [wei.person] }),
        taskRow('secret', 'v1', { clearance }),
        taskRow('secret', 'v2', done),
      ]);
      same((await store.views.tasks(wei, todo)).rows, [], 'the board');
      same((await store.views.tasks(wei, { list: 'done', limit: 10 })).rows, [], 'what was done');
      same((await store.views.cases(wei, all)).rows, [], 'the cases');
      same((await store.views.cases(wei, { list: 'started', limit: 10 })).rows, [], 'the cases begun');
      same(await store.views.case(wei, id('secret')), undefined, 'the case');
      same(await store.views.task(wei, id('secret.v1')), undefined, 'the task');
      same(await store.views.search(wei, '调研', 10), [], 'what is found');
      same(await store.views.counts(wei, AT), { todo: 0, read: 0, started: 0, overdue: 0 }, 'the badges');
      same(await store.views.running(wei), [], 'what runs');
      const cleared = { ...wei, clearance };
      same(ids((await store.views.tasks(cleared, todo)).rows), ['secret.v1'], 'the board of one who is cleared');
      same(ids(await store.views.search(cleared, '调研', 10)), ['secret'], 'what one finds who is cleared');
    },
  },
  {
    name: 'given a task that one has signed for, when lists are read, then it is in that one’s list only, and still in the case for others',
    async run(ground) {
      const store = await ground.open();
      await put(store, 'held', [caseRow('held'), taskRow('held', 'v1')]);
      same(ids((await store.views.tasks(fang, todo)).rows), ['held.v1'], 'the colleague’s board before');
      await put(store, 'held', [taskRow('held', 'v1', { revision: 2, takenBy: wei.person })]);
      same(ids((await store.views.tasks(wei, todo)).rows), ['held.v1'], 'the taker’s board');
      same((await store.views.tasks(fang, todo)).rows, [], 'the colleague’s board after');
      same((await store.views.counts(fang, AT)).todo, 0, 'the colleague’s badge');
      same((await store.views.task(fang, id('held.v1')))?.takenBy, wei.person, 'the task, through its case');
      await put(store, 'held', [taskRow('held', 'v1', { revision: 3, takenBy: null })]);
      same(ids((await store.views.tasks(fang, todo)).rows), ['held.v1'], 'the colleague’s board when it was released');
      const done = taskRow('held', 'v1', { revision: 4, state: 'completed', doneBy: wei.person, closedAt: AT });
      await put(store, 'held', [done]);
      same((await store.views.tasks(wei, todo)).rows, [], 'the board when it is done');
      same(ids((await store.views.tasks(wei, { list: 'done', limit: 10 })).rows), ['held.v1'], 'what wei has done');
      same((await store.views.tasks(fang, { list: 'done', limit: 10 })).rows, [], 'what the colleague has done');
    },
  },
  {
    name: 'given a task of somebody who does not read its case, when they read, then they see the task and not the case',
    async run(ground) {
      const store = await ground.open();
      await put(store, 'only', [
        caseRow('only'),
        taskRow('only', 'v1'),
        taskRow('only', 'v2', { seats: [personSeat(stranger.person)], attention: 'read' }),
      ]);
      same(ids((await store.views.tasks(stranger, { list: 'read', limit: 10 })).rows), ['only.v2'], 'what is to be read');
      same(ids(await store.views.tasksOfCase(stranger, id('only'))), ['only.v2'], 'the tasks of the case');
      same(await store.views.case(stranger, id('only')), undefined, 'the case');
      same((await store.views.counts(stranger, AT)).read, 1, 'the badge');
      await put(store, 'only', [caseRow('only', { revision: 2, doers: [stranger.person] })]);
      same((await store.views.case(stranger, id('only')))?.id, 'only', 'the case, once they have done a step of it');
    },
  },
  {
    name: 'given a task that somebody on its seat is barred from, when lists are read, then it is the colleague’s only, and still in the case',
    async run(ground) {
      const store = await ground.open();
      await put(store, 'other', [caseRow('other'), taskRow('other', 'v1', { barred: [wei.person, stranger.person] })]);
      same((await store.views.tasks(wei, todo)).rows, [], 'the board of who is barred');
      same((await store.views.counts(wei, AT)).todo, 0, 'their badge');
      same(ids((await store.views.tasks(fang, todo)).rows), ['other.v1'], 'the colleague’s board');
      same((await store.views.task(wei, id('other.v1')))?.id, 'other.v1', 'the task, through its case');
      const done = taskRow('other', 'v1', { revision: 2, state: 'completed', doneBy: fang.person, closedAt: AT });
      await put(store, 'other', [done, taskRow('other', 'v2', { revision: 2 })]);
      same(ids((await store.views.tasks(wei, todo)).rows), ['other.v2'], 'the board when the next step is anybody’s');
    },
  },
  {
    name: 'given a deputy for one flow, when lists are read, then only that flow’s tasks and cases are there',
    async run(ground) {
      const store = await ground.open();
      const outgoing = { flow: id<'key'>('outgoing-document'), definition: id<'key@version'>('outgoing-document@1') };
      await put(store, 'in', [caseRow('in'), taskRow('in', 'v1')]);
      await put(store, 'out', [caseRow('out', outgoing), taskRow('out', 'v1', outgoing)]);
      same(ids((await store.views.tasks(deputy, todo)).rows), ['out.v1'], 'the deputy’s board');
      same(ids((await store.views.tasks(deputy, { ...todo, flow: outgoing.flow })).rows), ['out.v1'], 'the same, of that flow');
      same((await store.views.tasks(deputy, { ...todo, flow: id('incoming-document') })).rows, [], 'the same, of another flow');
      same(ids((await store.views.cases(deputy, all)).rows), ['out'], 'the deputy’s cases');
      same(await store.views.case(deputy, id('in')), undefined, 'a case of another flow');
      same(ids(await store.views.search(deputy, '通知', 10)), ['out'], 'what the deputy finds');
      same((await store.views.counts(deputy, AT)).todo, 1, 'the deputy’s badge');
      same(await store.views.running(deputy), [{ definition: 'outgoing-document@1', cases: 1 }], 'what runs, for the deputy');
      same(ids((await store.views.tasks(wei, { ...todo, flow: outgoing.flow })).rows), ['out.v1'], 'the registry’s board of that flow');
      same((await store.views.tasks(wei, todo)).rows.length, 2, 'the registry’s board');
    },
  },
  {
    name: 'given a reader who is added later, when the case is moved on, then it is in their lists from then on',
    async run(ground) {
      const store = await ground.open();
      await put(store, 'grows', [caseRow('grows')]);
      same(await store.views.case(stranger, id('grows')), undefined, 'before');
      await put(store, 'grows', [caseRow('grows', { revision: 2, readers: [registry, personSeat(stranger.person)], title: '新的标题' })]);
      same(ids((await store.views.cases(stranger, all)).rows), ['grows'], 'their cases');
      same(ids(await store.views.search(stranger, '新的', 10)), ['grows'], 'found by its new title');
      await put(store, 'grows', [
        caseRow('grows', { revision: 3, clearance: 'topSecret', readers: [registry, personSeat(stranger.person)] }),
      ]);
      same(await store.views.case(wei, id('grows')), undefined, 'reclassified, for the registry');
      same((await store.views.cases(wei, all)).rows, [], 'reclassified, the registry’s cases');
      same(ids((await store.views.cases(stranger, all)).rows), ['grows'], 'reclassified, for one who is cleared');
    },
  },
];
