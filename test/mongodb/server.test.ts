import { describe, expect, test } from '@jest/globals';
import supertest from 'supertest';
import { CannotStart } from '../../packages/server/src/main.ts';
import { serve } from '../server/harness.ts';
import { newDatabase } from './database.ts';
import { uriOf } from './uri.ts';

describe('Two servers of one office, on one MongoDB', () => {
  test('given one person at each, when the first passes a case on, then the second hears of it, does their part, and the first hears of that', async () => {
    const mongodb = uriOf(newDatabase().database);
    const here = await serve({ mongodb });
    const there = await serve({ mongodb });
    expect((await supertest(there.address).get('/api/health')).body).toMatchObject({ status: 'ok', store: 'mongodb' });
    const fang = await here.as('wu-fang');
    const li = await there.as('li-min');
    const [hers, his] = [await fang.listen(), await li.listen()];
    const begun = await fang.receive();
    const registered = await fang.does('in_register', { case: begun.case, outcome: 'none' });
    await his.hears(registered);
    const values = { proposal: '请阅办。', handlingDepts: ['tax-policy'] };
    const proposed = await li.does('in_propose', { case: begun.case, values });
    await hers.hears(proposed);
    expect(await fang.todo()).toEqual([]);
    expect((await fang.get(`/api/cases/${begun.case}`)).body).toMatchObject({ card: { open: [{ element: 'in_instruct' }] } });
  });

  test('given a session begun at one server, when the other is asked with it, then the person is known there', async () => {
    const mongodb = uriOf(newDatabase().database);
    const here = await serve({ mongodb });
    const { cookie } = await here.as('wu-fang');
    const there = await serve({ mongodb });
    const asked = await supertest(there.address).get('/api/session').set('Cookie', cookie);
    expect(asked.body).toMatchObject({ person: { id: 'wu-fang' } });
  });

  test('given twelve clerks at two servers, when all start and register at once, then each number is given once and nobody is refused', async () => {
    const mongodb = uriOf(newDatabase().database);
    const servers = [await serve({ mongodb }), await serve({ mongodb })];
    const clerks = await Promise.all(servers.map((server) => server.as('wu-fang')));
    const begun = await Promise.all(Array.from({ length: 12 }, (_, index) => clerks[index % 2]?.receive()));
    await Promise.all(
      begun.map((done, index) => clerks[(index + 1) % 2]?.does('in_register', { case: String(done?.case), outcome: 'none' })),
    );
    const cases = (await clerks[0]?.get('/api/cases?list=started'))?.body as { readonly rows: readonly { readonly number: string }[] };
    const numbers = cases.rows.map((row) => row.number).sort();
    expect(numbers).toEqual(Array.from({ length: 12 }, (_, index) => `收〔2026〕${index + 1}号`).sort());
  }, 60_000);
});

describe('A server on MongoDB', () => {
  test('given a demo in a database, when a real office is started on it, then it is refused by name, and so the other way round', async () => {
    const demo = uriOf(newDatabase().database);
    await serve({ mongodb: demo });
    await expect(serve({ mongodb: demo, demo: false })).rejects.toThrow(CannotStart);
    await expect(serve({ mongodb: demo, demo: false })).rejects.toThrow('the database of MONGODB_URI holds a demo');
    const real = uriOf(newDatabase().database);
    await serve({ mongodb: real, demo: false });
    await expect(serve({ mongodb: real })).rejects.toThrow('the database of MONGODB_URI holds a real office');
  });

  test('given a server that is not there, when the office is started, then it says which one and that it cannot be reached', async () => {
    const nowhere = 'mongodb://clerk:secret@127.0.0.1:9/office';
    await expect(serve({ mongodb: nowhere })).rejects.toThrow('mongodb://127.0.0.1:9 cannot be reached');
    await expect(serve({ mongodb: nowhere })).rejects.toThrow(CannotStart);
  });
});
