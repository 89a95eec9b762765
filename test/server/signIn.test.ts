import { describe, expect, test } from '@jest/globals';
import supertest from 'supertest';
import { kernelExecutor } from '../../packages/runtime/src/executor/kernel/kernelExecutor.ts';
import { createOffice } from '../../packages/runtime/src/office/create.ts';
import { openSqlite } from '../../packages/runtime/src/store/sqlite/database.ts';
import { createSqliteStore } from '../../packages/runtime/src/store/sqlite/sqliteStore.ts';
import { client, cookieIn, refusal, serve } from './harness.ts';

const PASSWORD = '春江花月夜-2026';

/** A real office whose administrator has set the first password. */
async function setUpOffice(settings: Parameters<typeof serve>[0] = {}) {
  const office = await serve({ demo: false, ...settings });
  const token = office.setUpToken ?? '';
  const web = supertest(office.address);
  const answer = await web.post('/api/set-up').send({ token, person: '廖凯', password: PASSWORD });
  expect(answer.status).toBe(204);
  return { ...office, web, token, administrator: client(office.address, cookieIn(answer)) };
}

describe('Signing in', () => {
  test('given the demo, when a person is picked, then a session begins in a cookie that neither scripts nor other sites get', async () => {
    const { address, as } = await serve();
    const web = supertest(address);
    expect((await web.get('/api/sign-in')).body).toMatchObject({ demo: true, setUpNeeded: false });
    expect((await web.get('/api/demo/people')).body).toContainEqual({
      id: 'wu-fang',
      name: { zh: '吴芳', en: 'Wu Fang' },
      unit: expect.objectContaining({ zh: '办公室' }) as object,
      posts: [expect.objectContaining({ zh: '文书室' }) as object],
    });
    const answer = await web.post('/api/demo/session').send({ person: 'wu-fang' });
    expect(answer.headers['set-cookie']).toEqual([
      expect.stringMatching(/^guicheng=[\da-f]{64}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);
    expect((await (await as('wu-fang')).get('/api/session')).body).toMatchObject({ person: { id: 'wu-fang' }, demo: true });
    expect(refusal(await web.post('/api/demo/session').send({ person: 'nobody' }))).toMatchObject({ status: 404, code: 'notFound' });
  });

  test('given nobody signed in, when anything is asked for, then 401 says to sign in first', async () => {
    const web = supertest((await serve()).address);
    for (const path of ['/api/session', '/api/tasks', '/api/flows', '/api/me/settings', '/api/files/x', '/api/accounts'])
      expect(refusal(await web.get(path))).toMatchObject({ status: 401, code: 'signInNeeded' });
    expect(refusal(await web.post('/api/files').attach('file', Buffer.from('%PDF'), 'a.pdf')).code).toBe('signInNeeded');
  });

  test('given a first start, when the printed token is used by an administrator, then the password is set once and never stands in the store', async () => {
    const { web, token, folder, administrator, stop } = await setUpOffice();
    expect(token).toMatch(/^[\da-f]{24}$/);
    expect((await administrator.get('/api/session')).body).toMatchObject({ person: { id: 'liao-kai' }, demo: false });
    expect((await web.get('/api/sign-in')).body).toMatchObject({ setUpNeeded: false });
    expect(refusal(await web.post('/api/set-up').send({ token, person: 'liao-kai', password: PASSWORD }))).toMatchObject({
      status: 403,
      culprit: 'token',
    });
    await stop();
    const database = openSqlite(`${folder}/guicheng.db`);
    const kept = JSON.stringify(database.prepare('SELECT * FROM notes').all());
    database.close();
    expect(kept).toContain('$argon2id$');
    expect(kept).not.toContain(PASSWORD);
    expect(kept).not.toContain(administrator.cookie.replace('guicheng=', ''));
  });

  test('given a first start, when the token is wrong or the person no administrator, then it is refused by name and the token still holds', async () => {
    const { address, setUpToken } = await serve({ demo: false });
    const web = supertest(address);
    const token = setUpToken ?? '';
    const asked = { token, person: 'liao-kai', password: PASSWORD };
    expect(refusal(await web.post('/api/set-up').send({ ...asked, token: 'guessed' })).culprit).toBe('token');
    const clerk = refusal(await web.post('/api/set-up').send({ ...asked, person: 'wu-fang' }));
    expect(clerk).toMatchObject({ status: 403, culprit: 'person' });
    expect(clerk.expected.zh).toContain('廖凯');
    expect(refusal(await web.post('/api/set-up').send({ ...asked, password: 'short' }))).toMatchObject({
      status: 400,
      culprit: 'password',
    });
    expect((await web.get('/api/sign-in')).body).toMatchObject({ setUpNeeded: true });
    expect((await web.post('/api/set-up').send(asked)).status).toBe(204);
  });

  test('given an account, when name or password is wrong, then the same answer, word for word; the right ones sign in, by id or by name', async () => {
    const { web } = await setUpOffice();
    const wrong = await web.post('/api/session').send({ name: '廖凯', password: '秋水共长天' });
    const unknown = await web.post('/api/session').send({ name: '没有此人', password: PASSWORD });
    const without = await web.post('/api/session').send({ name: '吴芳', password: PASSWORD });
    expect(refusal(wrong)).toMatchObject({ status: 401, code: 'wrongPassword' });
    expect([unknown.text, without.text]).toEqual([wrong.text, wrong.text]);
    for (const name of ['廖凯', 'liao-kai']) {
      const answer = await web.post('/api/session').send({ name, password: PASSWORD });
      expect(answer.status).toBe(204);
    }
    expect(refusal(await web.post('/api/demo/session').send({ person: 'wu-fang' })).code).toBe('notFound');
  });

  test('given ten wrong passwords within a minute, when an eleventh try comes, then 429 even if it is right; right ones before were not counted', async () => {
    const { web } = await setUpOffice();
    const right = { name: '廖凯', password: PASSWORD };
    for (let time = 0; time < 12; time += 1) expect((await web.post('/api/session').send(right)).status).toBe(204);
    for (let time = 0; time < 10; time += 1)
      expect((await web.post('/api/session').send({ ...right, password: `wrong-${time}` })).status).toBe(401);
    const much = await web.post('/api/session').send(right);
    expect(refusal(much)).toMatchObject({ status: 429, code: 'tooManyTries' });
    const colleague = await web.post('/api/session').send({ name: '吴芳', password: PASSWORD });
    expect(refusal(colleague).code).toBe('wrongPassword');
  });

  test('given a hundred wrong passwords from one address, when they were for ever other names, then that address has to wait', async () => {
    const { address } = await serve({ demo: false });
    const tries = await Promise.all(
      Array.from({ length: 104 }, (_, time) =>
        supertest(address)
          .post('/api/session')
          .send({ name: `name-${time}`, password: PASSWORD }),
      ),
    );
    const statuses = tries.map((answer) => answer.status);
    expect([statuses.filter((status) => status === 401).length, statuses.filter((status) => status === 429).length]).toEqual([100, 4]);
  });

  test('given a session, when twelve hours pass unused, then it is over; used, it goes on', async () => {
    const { as, clock } = await serve();
    const used = await as('wu-fang');
    const unused = await as('zheng-li');
    for (let time = 0; time < 2; time += 1) {
      clock.advance(7 * 3600_000);
      expect((await used.get('/api/session')).status).toBe(200);
    }
    expect((await unused.get('/api/session')).status).toBe(401);
  });

  test('given a server that was stopped, when it starts again on its folder, then sessions and passwords still hold and no token is printed', async () => {
    const first = await setUpOffice();
    await first.stop();
    const second = await serve({ demo: false, folder: first.folder });
    expect(second.setUpToken).toBeNull();
    expect((await client(second.address, first.administrator.cookie).get('/api/session')).status).toBe(200);
    expect((await supertest(second.address).post('/api/session').send({ name: '廖凯', password: PASSWORD })).status).toBe(204);
  });
});

describe('Somebody who left', () => {
  test('given a session of theirs, when they are no longer active, then it counts for nothing and they cannot sign in', async () => {
    const before = await serve();
    const his = await before.as('tang-bo');
    await before.stop();
    const store = createSqliteStore({ folder: `${before.folder}/demo`, clock: before.clock });
    const office = createOffice({ store, executor: kernelExecutor, clock: before.clock });
    const organization = await office.organization();
    const people = organization.people.map((person) => (person.id === 'tang-bo' ? { ...person, active: false } : person));
    expect(await office.setOrganization('system', { ...organization, people })).toMatchObject({ ok: true });
    await office.close();
    const after = await serve({ folder: before.folder });
    const again = client(after.address, his.cookie);
    for (const path of ['/api/session', '/api/tasks', '/api/me/settings'])
      expect([path, (await again.get(path)).status]).toEqual([path, 401]);
    expect((await again.listen()).refused).toBe('signInNeeded');
    await expect(after.as('tang-bo')).rejects.toThrow('cannot sign in');
  });
});

describe('An administrator who can no longer sign in', () => {
  test('given accounts, when the server is started with --invite, then its token sets a new password once and the old one and its sessions are over', async () => {
    const first = await setUpOffice();
    await first.stop();
    await expect(serve({ demo: false, folder: first.folder, invite: '没有此人' })).rejects.toThrow('there is no active person 没有此人');
    const second = await serve({ demo: false, folder: first.folder, invite: '廖凯' });
    const web = supertest(second.address);
    expect(second.setUpToken).toBeNull();
    const asked = { token: second.invitation, password: `${PASSWORD}-neu` };
    expect((await web.post('/api/invitation').send(asked)).status).toBe(204);
    expect((await web.post('/api/invitation').send(asked)).status).toBe(403);
    expect((await client(second.address, first.administrator.cookie).get('/api/session')).status).toBe(401);
    expect((await web.post('/api/session').send({ name: '廖凯', password: PASSWORD })).status).toBe(401);
    expect((await web.post('/api/session').send({ name: '廖凯', password: `${PASSWORD}-neu` })).status).toBe(204);
  });
});

describe('Signing out', () => {
  test('given two sessions of one person, when one signs out, then that one and its sockets are over and the other goes on', async () => {
    const { as } = await serve();
    const [desk, home, other] = [await as('wu-fang'), await as('wu-fang'), await as('zheng-li')];
    const [atDesk, atHome, theirs] = [await desk.listen(), await home.listen(), await other.listen()];
    const answer = await desk.delete('/api/session');
    expect(answer.status).toBe(204);
    expect(answer.headers['set-cookie']).toEqual([expect.stringMatching(/^guicheng=; Max-Age=0; Path=\/; HttpOnly; SameSite=Lax$/)]);
    expect(await atDesk.gone).toBe('io server disconnect');
    expect((await desk.get('/api/session')).status).toBe(401);
    expect((await desk.listen()).refused).toBe('signInNeeded');
    const done = await home.receive();
    await atHome.hears(done);
    await theirs.hears(done);
    expect(atDesk.heard).toEqual([]);
  });

  test('given a browser that signs in as another, when it does, then its first session is over', async () => {
    const { address, as } = await serve();
    const first = await as('wu-fang');
    const listening = await first.listen();
    expect((await first.post('/api/demo/session', { person: 'zheng-li' })).status).toBe(204);
    expect(await listening.gone).toBe('io server disconnect');
    expect((await client(address, first.cookie).get('/api/session')).status).toBe(401);
  });
});
