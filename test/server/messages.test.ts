import { describe, expect, test } from '@jest/globals';
import { refusal, request, serve, well } from './harness.ts';

describe('Messages from outside', () => {
  test('given a flow that begins with a message, when it is posted, then it begins for who may begin it; for others nobody waits for it', async () => {
    const { as } = await serve();
    const [fang, tang] = [await as('wu-fang'), await as('tang-bo')];
    const message = { request: request(), name: '来文', payload: { title: '来自门户的文' } };
    expect(refusal(await tang.post('/api/messages', message))).toMatchObject({ status: 409, code: 'notWaiting', culprit: '来文' });
    const brought = well(await fang.post('/api/messages', message)).body as { readonly case: string };
    expect(well(await fang.post('/api/messages', message)).body).toEqual(brought);
    expect((await fang.taskOf('in_register', brought.case)).element).toBe('in_register');
  });

  test('given nobody signed in, or a message with an unknown key or a reserved name, when it is posted, then it is refused', async () => {
    const { as, address } = await serve();
    const fang = await as('wu-fang');
    const message = { request: request(), name: '来文', payload: {} };
    expect((await fetch(`${address}/api/messages`, { method: 'POST', body: JSON.stringify(message) })).status).toBeGreaterThanOrEqual(400);
    expect(refusal(await fang.post('/api/messages', { ...message, to: 'me' }))).toMatchObject({ status: 400, culprit: 'to' });
    expect(refusal(await fang.post('/api/messages', { ...message, payload: { constructor: 1 } })).status).toBe(400);
    expect(refusal(await fang.post('/api/messages', { ...message, name: '' }))).toMatchObject({ status: 400, culprit: 'name' });
    for (const keepFor of ['soon', '-P1D', 3, ''])
      expect(refusal(await fang.post('/api/messages', { ...message, keepFor }))).toMatchObject({ status: 400, culprit: 'keepFor' });
  });

  test('given a case that has nothing undelivered, when something is to be sent again, then it is refused by name', async () => {
    const { as } = await serve();
    const [fang, min] = [await as('wu-fang'), await as('li-min')];
    const { case: begun } = await fang.receive();
    well(await fang.complete((await fang.taskOf('in_register', begun)).id, { outcome: 'none' }));
    const again = { request: request(), message: 'nothing' };
    expect(refusal(await min.post(`/api/cases/${begun}/resend`, again))).toMatchObject({
      status: 409,
      code: 'notWaiting',
      culprit: 'nothing',
    });
    expect(refusal(await fang.post(`/api/cases/${begun}/resend`, again))).toMatchObject({ status: 403, code: 'notAllowed' });
  });
});
