import { expect, test } from '@jest/globals';
import { places } from '../../packages/server/src/http/moveAnswers.ts';
import type { CasePage, PlacesPage } from '../../packages/server/src/contract.ts';
import { refusal, request, serve, well } from './harness.ts';

test('given a document, when the case is moved, ended and woken, then each way over HTTP answers by its shape', async () => {
  const { as } = await serve();
  const [fang, li, min, tang] = [await as('wu-fang'), await as('zheng-li'), await as('li-min'), await as('tang-bo')];
  const { case: begun } = await fang.receive();
  well(await li.complete((await li.taskOf('in_register', begun)).id, { outcome: 'none' }));
  const at = (path: string): string => `/api/cases/${begun}/${path}`;
  // What there is to choose is the owner's to see.
  expect(refusal(await fang.get(at('places')))).toMatchObject({ status: 403, code: 'notAllowed' });
  expect(refusal(await tang.get(at('places'))).status).toBe(404);
  expect(refusal(await min.get(at('places?take=moon')))).toMatchObject({ status: 400, culprit: 'take' });
  const found = well(await min.get(at('places'))).body as PlacesPage;
  expect(places.safeParse(found)).toMatchObject({ success: true, data: found });
  const [stands] = found.standing;
  const instruct = found.places.find(({ element }) => element === 'in_instruct');
  if (!stands || !instruct?.legal) throw new Error('领导批示 is a place');
  const jump = { request: request(), take: [stands.visit], to: { element: instruct.element, scope: instruct.scope }, reason: '急件先批' };
  expect(refusal(await min.post(at('jump'), { ...jump, silently: true }))).toMatchObject({ status: 400, culprit: 'silently' });
  expect(refusal(await min.post(at('jump'), { ...jump, take: ['v999'] }))).toMatchObject({ status: 409, code: 'illegalMove' });
  expect(refusal(await fang.post(at('jump'), jump)).status).toBe(403);
  const done = well(await min.post(at('jump'), jump)).body as { readonly revision: number };
  expect(well(await min.post(at('jump'), jump)).body).toEqual(done);
  well(await min.post(at('cancel'), { request: request(), reason: '误收' }));
  const ended = well(await min.get(at('places'))).body as PlacesPage;
  expect([ended.kind, ended.places.some(({ legal }) => legal)]).toEqual(['reopen', true]);
  well(await min.post(at('reopen'), { request: request(), at: 'in_instruct', reason: '没有误收' }));
  const page = well(await min.get(`/api/cases/${begun}`)).body as CasePage;
  expect([page.card.status, page.mayMove, page.signings, page.startable]).toEqual(['running', true, [], []]);
});

test('given what is not there, when it is retried, skipped, added to, taken from, begun or concluded, then each is refused by name; strangers find no case', async () => {
  const { as } = await serve();
  const [fang, li, min, tang] = [await as('wu-fang'), await as('zheng-li'), await as('li-min'), await as('tang-bo')];
  const { case: begun } = await fang.receive();
  well(await li.complete((await li.taskOf('in_register', begun)).id, { outcome: 'none' }));
  const asks: readonly (readonly [string, object, string])[] = [
    ['retry', { incident: 'w9' }, 'w9'],
    ['skip', { incident: 'w9', reason: '无' }, 'w9'],
    ['signers', { host: 'v9', items: ['personnel'], reason: '无' }, 'v9'],
    ['signers/remove', { visit: 'v9', reason: '无' }, 'v9'],
    ['begin', { scope: 's9', element: 'in_register' }, 's9'],
    ['conclude', { scope: 's9', reason: '无' }, 's9'],
  ];
  for (const [path, body, culprit] of asks) {
    const ask = (who: typeof min, more = {}) => who.post(`/api/cases/${begun}/${path}`, { request: request(), ...body, ...more });
    expect([path, refusal(await ask(min))]).toMatchObject([path, { status: 409, code: 'notWaiting', culprit }]);
    expect([path, refusal(await ask(tang)).status]).toEqual([path, 404]);
    expect([path, refusal(await ask(min, { unasked: 1 })).status]).toEqual([path, 400]);
  }
});
