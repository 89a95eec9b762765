import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { kernelExecutor } from '../../packages/runtime/src/executor/kernel/kernelExecutor.ts';
import { createOffice } from '../../packages/runtime/src/office/create.ts';
import type { Organization } from '../../packages/runtime/src/organization/model.ts';
import { createMemoryStore } from '../../packages/runtime/src/store/memory/memoryStore.ts';
import { fixedClock } from '../../packages/runtime/src/words/clock.ts';
import type { Changes } from '../../packages/server/src/contract.ts';
import { gather } from '../../packages/server/src/live/gather.ts';
import { startLive } from '../../packages/server/src/live/live.ts';
import { openSessions } from '../../packages/server/src/session/sessions.ts';
import { client, listen, refusal, serve, well, type Client } from './harness.ts';

let server: Awaited<ReturnType<typeof serve>>;
let fang: Client;
beforeAll(async () => {
  server = await serve();
  fang = await server.as('wu-fang');
});

/** What somebody says who needs a seal. */
const SEAL = { docTitle: '采购合同', sealKind: 'other', sealName: 'office' };

describe('What is told to one person', () => {
  test('given many changes at once, when they are told, then the first goes at once and the others together, each case once at its latest revision', () => {
    jest.useFakeTimers();
    const told: (readonly [string, Changes])[] = [];
    const { note, noteDrawings, tellUpTo, stop } = gather((person, changes) => told.push([person, changes]));
    note('wu-fang', { case: 'a', revision: 1 });
    tellUpTo('1');
    expect(told).toEqual([['wu-fang', { cursor: '1', cases: [{ case: 'a', revision: 1 }] }]]);
    for (const [cursor, one, revision] of [
      ['2', 'a', 2],
      ['3', 'b', 1],
      ['4', 'a', 3],
      ['5', 'a', 2],
    ] as const) {
      note('wu-fang', { case: one, revision });
      tellUpTo(cursor);
    }
    note('li-min', { case: 'b', revision: 1 });
    tellUpTo('6');
    expect(told.slice(1)).toEqual([['li-min', { cursor: '6', cases: [{ case: 'b', revision: 1 }] }]]);
    jest.advanceTimersByTime(250);
    const together = [
      { case: 'a', revision: 3 },
      { case: 'b', revision: 1 },
    ];
    expect(told.slice(2)).toEqual([['wu-fang', { cursor: '6', cases: together }]]);
    jest.advanceTimersByTime(1000);
    note('wu-fang', { case: 'c', revision: 1 });
    tellUpTo('7');
    expect(told).toHaveLength(4);
    noteDrawings('zhang-wei');
    tellUpTo('8');
    expect(told.slice(4)).toEqual([['zhang-wei', { cursor: '8', cases: [], drawings: true }]]);
    stop();
    jest.useRealTimers();
  });
});

describe('A socket', () => {
  test('given the next post and somebody uninvolved listening, when a step is done, then the next hears of it and the other hears nothing at all', async () => {
    const [next, uninvolved] = [await server.as('li-min'), await server.as('peng-fei')];
    const [hers, theirs, his] = [await fang.listen(), await next.listen(), await uninvolved.listen()];
    const begun = await fang.receive();
    await hers.hears(begun);
    expect(theirs.heard).toEqual([]);
    const done = await fang.does('in_register', { case: begun.case, outcome: 'none' });
    await theirs.hears(done);
    expect((await next.taskOf('in_propose', begun.case)).case).toBe(begun.case);
    const card = JSON.stringify(theirs.heard);
    expect(card).not.toContain('税收');
    // The barrier: what comes to him now is the first that he ever heard, and it is of his own case.
    const own = well(await uninvolved.post('/api/cases', { request: 'own', flow: 'seal-use', values: SEAL })).body as {
      readonly case: string;
      readonly revision: number;
    };
    await his.hears(own);
    expect(his.heard.flatMap((one) => one.cases.map((changed) => changed.case))).toEqual([own.case]);
    await hers.hears(done);
    expect(JSON.stringify(hers.heard)).not.toContain(own.case);
  });

  test('given three departments, when all are given a part, then each person of them hears, and the changes of a moment come together', async () => {
    const li = await server.as('li-min');
    const leader = await server.as('chen-zhiqiang');
    const people = await Promise.all(['lu-yao', 'ye-qing', 'peng-fei', 'deng-rui'].map(async (who) => (await server.as(who)).listen()));
    const { case: caseId } = await fang.receive();
    await fang.does('in_register', { case: caseId, outcome: 'none' });
    const units = ['tax-policy', 'collection', 'regulations'];
    await li.does('in_propose', { case: caseId, values: { proposal: '请阅办。', handlingDepts: units } });
    await leader.does('in_instruct', { case: caseId, values: { instruction: '同意。' }, outcome: 'handle' });
    const done = await fang.does('in_pass', { case: caseId, values: { handlingDepts: units, dueDate: '2026-12-04' } });
    await Promise.all(people.map((one) => one.hears(done)));
    for (const one of people)
      expect(one.heard).toEqual([{ cursor: expect.any(String), cases: [{ case: caseId, revision: done.revision }] }]);
  });

  test('given two process owners and somebody else listening, when a drawing is taken over, then the one who lost it hears so, and the other nothing', async () => {
    const [li, zhang] = [await server.as('li-min'), await server.as('zhang-wei')];
    const [hers, his, theirs] = [await li.listen(), await zhang.listen(), await fang.listen()];
    const { cursor } = (await li.get('/api/me/changes')).body as Changes;
    const path = '/api/flows/seal-use/drawing/hold';
    well(await li.post(path, { hold: 'tab-of-li-min', takeOver: false }));
    await hers.hearsOfDrawings(1);
    well(await zhang.post(path, { hold: 'tab-of-zhang-wei', takeOver: true }));
    await Promise.all([hers.hearsOfDrawings(2), his.hearsOfDrawings(1)]);
    expect(hers.heard.at(-1)).toEqual({ cursor: expect.any(String), cases: [], drawings: true });
    const since = `/api/me/changes?since=${encodeURIComponent(cursor)}`;
    expect((await li.get(since)).body).toMatchObject({ drawings: true });
    expect((await fang.get(since)).body).not.toHaveProperty('drawings');
    // The barrier: what comes to her now is the first that she ever heard.
    const begun = await fang.receive();
    await theirs.hears(begun);
    expect(JSON.stringify(theirs.heard)).not.toContain('drawings');
  });

  test('given no cookie, a made-up one, or another site’s page with a good one, when a socket is opened, then it is not let in', async () => {
    const { address } = server;
    expect((await listen(address, {})).refused).toBe('signInNeeded');
    expect((await listen(address, { cookie: `guicheng=${'0'.repeat(64)}` })).refused).toBe('signInNeeded');
    expect((await fang.listen({ origin: 'https://evil.example' })).refused).toBeDefined();
    expect((await fang.listen({ origin: address })).refused).toBeUndefined();
  });

  test('given a browser that slept, when it asks for what changed since, then it hears of every case it may read, once, and of no other', async () => {
    const before = ((await fang.get('/api/me/changes')).body as Changes).cursor;
    const stranger = await server.as('su-xin');
    const first = await fang.receive();
    const done = await fang.does('in_register', { case: first.case, outcome: 'none' });
    const second = await fang.receive();
    const since = (await fang.get(`/api/me/changes?since=${encodeURIComponent(before)}`)).body as Changes;
    expect(since.cases).toEqual([
      { case: first.case, revision: done.revision },
      { case: second.case, revision: second.revision },
    ]);
    expect((await fang.get(`/api/me/changes?since=${encodeURIComponent(since.cursor)}`)).body).toEqual({ cursor: since.cursor, cases: [] });
    expect(((await stranger.get(`/api/me/changes?since=${encodeURIComponent(before)}`)).body as Changes).cases).toEqual([]);
    expect((await client(server.address, 'guicheng=none').get('/api/me/changes')).status).toBe(401);
  });

  test('given a cursor that was never told, when changes are asked for, then it is refused, so that nobody waits for ever', async () => {
    for (const since of ['abc', '-1', '1e9', '{}', '9'.repeat(16)]) {
      const problem = refusal(await fang.get(`/api/me/changes?since=${encodeURIComponent(since)}`));
      expect(problem).toMatchObject({ status: 400, culprit: 'since' });
      expect(problem.expected.en).toBe('since: the cursor that was told last');
    }
  });

  test('given a cursor told by a socket, when changes are asked for from it, then nothing that was told comes again', async () => {
    const hers = await fang.listen();
    const begun = await fang.receive();
    await hers.hears(begun);
    const { cursor } = hers.heard.at(-1) ?? { cursor: '' };
    const more = await fang.receive();
    const since = (await fang.get(`/api/me/changes?since=${encodeURIComponent(cursor)}`)).body as Changes;
    expect(since.cases).toEqual([{ case: more.case, revision: more.revision }]);
  });

  test('given a session that another server ended and a person who left, when sockets are checked, then those are let go and the others stay', async () => {
    const clock = fixedClock('2026-11-24T01:00:00Z');
    const store = createMemoryStore(clock);
    const office = createOffice({ store, executor: kernelExecutor, clock });
    const organization = JSON.parse(readFileSync('processes/organization.json', 'utf8')) as Organization;
    await office.setOrganization('system', organization);
    const [here, elsewhere] = [openSessions(store.notes, clock), openSessions(store.notes, clock)];
    const http = createServer();
    const live = await startLive({ http, office, sessions: here, trusts: () => false });
    await new Promise<void>((done) => {
      http.listen(0, '127.0.0.1', done);
    });
    const address = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
    const [ended, open, left] = [await here.begin('wu-fang'), await here.begin('wu-fang'), await here.begin('tang-bo')];
    const [first, second, third] = await Promise.all([ended, open, left].map((token) => listen(address, { cookie: `guicheng=${token}` })));
    expect(live.count()).toBe(3);
    expect(await live.check()).toBe(0);
    await elsewhere.end(ended);
    expect(await live.check()).toBe(1);
    expect(await first?.gone).toBe('io server disconnect');
    const people = organization.people.map((person) => (person.id === 'tang-bo' ? { ...person, active: false } : person));
    expect(await office.setOrganization('system', { ...organization, people })).toMatchObject({ ok: true });
    expect(await live.check()).toBe(1);
    expect(await third?.gone).toBe('io server disconnect');
    expect(second?.socket.connected).toBe(true);
    expect((await listen(address, { cookie: `guicheng=${left}` })).refused).toBe('signInNeeded');
    await live.stop();
    http.close();
  });
});
