import { describe, expect, test } from '@jest/globals';
import supertest from 'supertest';
import { openSqlite } from '../../packages/runtime/src/store/sqlite/database.ts';
import { openLog } from '../../packages/server/src/http/log.ts';
import { refusal, request, serve } from './harness.ts';

describe('The log', () => {
  test('given all that people write, when it is asked, refused or broken, then methods, paths and statuses stand in the log and nothing of theirs', async () => {
    const { address, as, log } = await serve({ demo: false, logLevel: 'trace' });
    const web = supertest(address);
    const secret = '不可外传的内容';
    await web.post('/api/session').send({ name: secret, password: secret });
    await web.post('/api/set-up').send({ token: secret, person: secret, password: `${secret}${secret}` });
    await web.post('/api/session').type('json').send(`{"name": "${secret}", `);
    await web.get(`/api/search?q=${encodeURIComponent(secret)}`);
    await web.put('/api/me/settings').set('Cookie', `guicheng=${secret.length}abc`).send({ views: secret });
    await web.post('/api/files').attach('file', Buffer.from(secret), 'a.pdf');
    await expect(as('wu-fang')).rejects.toThrow();
    const demo = await serve();
    const hers = await demo.as('wu-fang');
    const begun = await hers.receive({ title: secret });
    const { id } = await hers.taskOf('in_register', begun.case);
    await hers.put(`/api/tasks/${id}/draft`, { values: { title: secret } });
    await hers.complete(id, { request: request(), values: { title: secret, nosuch: secret }, outcome: 'none' });
    await hers.get(`/api/search?q=${encodeURIComponent(secret)}`);
    const all = [...log, ...demo.log].join('');
    expect(all).toContain('"method":"POST","url":"/api/session"');
    expect(all).toContain(`"url":"/api/tasks/${id}/draft"`);
    expect(all).toContain('"status":401');
    for (const trace of [secret, encodeURIComponent(secret), hers.cookie.replace('guicheng=', ''), 'abc'])
      expect([trace, all.includes(trace)]).toEqual([trace, false]);
  });

  test('given a server that broke a promise, when somebody asks, then they hear nothing of why, and the log says what, where and nothing of theirs', async () => {
    const { address, as, log, folder } = await serve({ logLevel: 'warn' });
    const hers = await as('wu-fang');
    const { id } = await hers.upload('来文.pdf');
    const database = openSqlite(`${folder}/demo/guicheng.db`);
    database.exec('ALTER TABLE notes RENAME TO lost');
    database.close();
    const answer = await supertest(address)
      .put('/api/me/settings?draft=不可外传')
      .set('Cookie', hers.cookie)
      .send({ views: [], startView: null });
    expect(refusal(answer)).toMatchObject({ status: 500, code: 'broken', culprit: 'server' });
    expect(answer.text).not.toMatch(/notes|sqlite|SELECT/i);
    expect(log).toHaveLength(1);
    expect(JSON.parse(log[0] ?? '')).toMatchObject({
      msg: 'a promise was broken',
      method: 'PUT',
      url: '/api/me/settings',
      error: { message: expect.stringContaining('notes') as unknown },
    });
    expect(log[0]).not.toMatch(new RegExp(`不可外传|${id}`));
  });

  test('given a fault that carries what somebody sent, when it is logged, then only its name, message, code and stack are', () => {
    const lines: string[] = [];
    const fault = Object.assign(new Error('it broke'), { code: 'EBROKEN', body: '不可外传', input: { password: 'secret' } });
    openLog('info', { write: (line) => void lines.push(line) }).error({ error: fault }, 'told');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ error: { name: 'Error', message: 'it broke', code: 'EBROKEN' }, msg: 'told' });
    expect(lines[0]).not.toMatch(/不可外传|password|secret/);
  });
});
