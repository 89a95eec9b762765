import { describe, expect, test } from '@jest/globals';
import supertest from 'supertest';
import { openLog } from '../../packages/server/src/http/log.ts';
import { request, serve } from './harness.ts';

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

  test('given a fault that carries what somebody sent, when it is logged, then only its name, message, code and stack are', () => {
    const lines: string[] = [];
    const fault = Object.assign(new Error('it broke'), { code: 'EBROKEN', body: '不可外传', input: { password: 'secret' } });
    openLog('info', { write: (line) => void lines.push(line) }).error({ error: fault }, 'told');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ error: { name: 'Error', message: 'it broke', code: 'EBROKEN' }, msg: 'told' });
    expect(lines[0]).not.toMatch(/不可外传|password|secret/);
  });
});
