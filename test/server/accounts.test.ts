import { describe, expect, test } from '@jest/globals';
import supertest from 'supertest';
import type { Invitation } from '../../packages/server/src/contract.ts';
import { client, cookieIn, refusal, serve, well } from './harness.ts';

const FIRST = '落霞与孤鹜齐飞-2026';
const SECOND = '秋水共长天一色-2026';

describe('Accounts beyond the first', () => {
  test('given the administrator, when somebody is invited, then with that token they choose a password, once, and are signed in', async () => {
    const { as, address } = await serve();
    const web = supertest(address);
    const administrator = await as('liao-kai');
    const { body } = well(await administrator.post('/api/accounts/wu-fang/invitation'));
    const { token, until } = body as Invitation;
    expect(until).toBe('2026-12-01T01:00:00.000Z');
    const row = async () =>
      ((await administrator.get('/api/accounts')).body as readonly { readonly id: string }[]).find((one) => one.id === 'wu-fang');
    expect(await row()).toMatchObject({ name: { zh: '吴芳' }, account: 'invited' });
    expect(refusal(await web.post('/api/invitation').send({ token, password: 'short' }))).toMatchObject({
      status: 400,
      culprit: 'password',
    });
    const chosen = await web.post('/api/invitation').send({ token, password: FIRST });
    expect(chosen.status).toBe(204);
    expect((await client(address, cookieIn(chosen)).get('/api/session')).body).toMatchObject({ person: { id: 'wu-fang' } });
    expect(await row()).toMatchObject({ account: 'active' });
    expect((await web.post('/api/session').send({ name: '吴芳', password: FIRST })).status).toBe(204);
    expect(refusal(await web.post('/api/invitation').send({ token, password: SECOND }))).toMatchObject({ status: 403, culprit: 'token' });
  });

  test('given a password that was forgotten, when a new invitation is used, then the old password and all open sessions are over', async () => {
    const { as, address } = await serve();
    const web = supertest(address);
    const administrator = await as('liao-kai');
    const invite = async (): Promise<string> =>
      (well(await administrator.post('/api/accounts/wu-fang/invitation')).body as Invitation).token;
    const before = await as('wu-fang');
    const listening = await before.listen();
    well(await web.post('/api/invitation').send({ token: await invite(), password: FIRST }));
    expect(await listening.gone).toBe('io server disconnect');
    expect((await before.get('/api/session')).status).toBe(401);
    const replaced = await invite();
    const newest = await invite();
    expect(refusal(await web.post('/api/invitation').send({ token: replaced, password: SECOND })).culprit).toBe('token');
    expect((await web.post('/api/session').send({ name: 'wu-fang', password: FIRST })).status).toBe(204);
    well(await web.post('/api/invitation').send({ token: newest, password: SECOND }));
    expect((await web.post('/api/session').send({ name: 'wu-fang', password: FIRST })).status).toBe(401);
    expect((await web.post('/api/session').send({ name: 'wu-fang', password: SECOND })).status).toBe(204);
  });

  test('given a session, when its person chooses a new password with the old one, then it goes on and all other sessions and the old password are over', async () => {
    const { as, address } = await serve();
    const web = supertest(address);
    const { token } = well(await (await as('liao-kai')).post('/api/accounts/wu-fang/invitation')).body as Invitation;
    const hers = client(address, cookieIn(well(await web.post('/api/invitation').send({ token, password: FIRST }))));
    const elsewhere = client(address, cookieIn(well(await web.post('/api/session').send({ name: 'wu-fang', password: FIRST }))));
    const listening = await elsewhere.listen();
    expect(refusal(await hers.put('/api/me/password', { old: SECOND, password: SECOND }))).toMatchObject({ status: 401, culprit: 'old' });
    expect(refusal(await hers.put('/api/me/password', { old: FIRST, password: 'short' }))).toMatchObject({
      status: 400,
      culprit: 'password',
    });
    expect(refusal(await web.put('/api/me/password').send({ old: FIRST, password: SECOND })).code).toBe('signInNeeded');
    expect((await elsewhere.get('/api/session')).status).toBe(200);
    const changed = well(await hers.put('/api/me/password', { old: FIRST, password: SECOND }));
    expect((await client(address, cookieIn(changed)).get('/api/session')).status).toBe(200);
    expect(await listening.gone).toBe('io server disconnect');
    expect((await hers.get('/api/session')).status).toBe(401);
    expect((await web.post('/api/session').send({ name: 'wu-fang', password: FIRST })).status).toBe(401);
    expect((await web.post('/api/session').send({ name: 'wu-fang', password: SECOND })).status).toBe(204);
  });

  test('given an invitation, when seven days have passed, then it is over', async () => {
    const { as, address, clock } = await serve();
    const { body } = well(await (await as('liao-kai')).post('/api/accounts/wu-fang/invitation'));
    clock.advance(7 * 24 * 3600_000);
    const late = await supertest(address)
      .post('/api/invitation')
      .send({ token: (body as Invitation).token, password: FIRST });
    expect(refusal(late)).toMatchObject({ status: 403, code: 'notAllowed', culprit: 'token' });
  });

  test('given an account, when the administrator ends it, then password, invitation, sessions and sockets are over; never the own one', async () => {
    const { as, address } = await serve();
    const web = supertest(address);
    const administrator = await as('liao-kai');
    const { token } = well(await administrator.post('/api/accounts/wu-fang/invitation')).body as Invitation;
    const hers = client(address, cookieIn(well(await web.post('/api/invitation').send({ token, password: FIRST }))));
    const listening = await hers.listen();
    expect((await administrator.delete('/api/accounts/wu-fang')).status).toBe(204);
    expect(await listening.gone).toBe('io server disconnect');
    expect((await hers.get('/api/session')).status).toBe(401);
    expect((await web.post('/api/session').send({ name: 'wu-fang', password: FIRST })).status).toBe(401);
    expect(refusal(await administrator.delete('/api/accounts/liao-kai'))).toMatchObject({ status: 403, culprit: 'person' });
    expect((await administrator.delete('/api/accounts/nobody')).status).toBe(404);
    expect((await administrator.post('/api/accounts/nobody/invitation')).status).toBe(404);
  });

  test('given staff, leaders and the other two of the three administrators, when they ask for accounts, then it is as if there were none', async () => {
    const { as } = await serve();
    for (const person of ['wu-fang', 'zhou-jianguo', 'gao-peng', 'kong-lan']) {
      const one = await as(person);
      const answers = [
        await one.get('/api/accounts'),
        await one.post('/api/accounts/zheng-li/invitation'),
        await one.post('/api/accounts/nobody/invitation'),
        await one.delete('/api/accounts/zheng-li'),
      ];
      expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404, 404]);
      expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
    }
  });
});
