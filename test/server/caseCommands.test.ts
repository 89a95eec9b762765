import { describe, expect, test } from '@jest/globals';
import type { CasePage } from '../../packages/server/src/contract.ts';
import { refusal, request, serve, well } from './harness.ts';

describe('A case as a whole', () => {
  test('given a case that others have worked on, when it is cancelled, then only leaders and process owners may, with a reason, and it is over for all', async () => {
    const { as } = await serve();
    const [fang, li, min, tang] = [await as('wu-fang'), await as('zheng-li'), await as('li-min'), await as('tang-bo')];
    const { case: begun } = await fang.receive();
    well(await li.complete((await li.taskOf('in_register', begun)).id, { outcome: 'none' }));
    const cancel = { request: request(), reason: '来文单位已撤回。' };
    expect(refusal(await fang.post(`/api/cases/${begun}/cancel`, cancel))).toMatchObject({ status: 403, code: 'notAllowed' });
    expect(refusal(await tang.post(`/api/cases/${begun}/cancel`, cancel)).status).toBe(404);
    expect(refusal(await min.post(`/api/cases/${begun}/cancel`, { ...cancel, reason: '' }))).toMatchObject({
      status: 400,
      culprit: 'reason',
    });
    const page = (await min.get(`/api/cases/${begun}`)).body as CasePage;
    expect(page.mayCancel).toBe(true);
    well(await min.post(`/api/cases/${begun}/cancel`, cancel));
    expect(((await min.get(`/api/cases/${begun}`)).body as CasePage).card.status).toBe('cancelled');
    expect(await min.todo()).toEqual([]);
    expect(refusal(await min.post(`/api/cases/${begun}/cancel`, { ...cancel, request: request() }))).toMatchObject({
      status: 409,
      code: 'alreadyDone',
    });
  });

  test('given a time limit that is none of this case’s, when its clock is to be stopped, then it is refused by name; unknown keys are, too', async () => {
    const { as } = await serve();
    const [fang, min] = [await as('wu-fang'), await as('li-min')];
    const { case: begun } = await fang.receive();
    well(await fang.complete((await fang.taskOf('in_register', begun)).id, { outcome: 'none' }));
    const stop = { request: request(), limit: 'handling-limit', reason: '等候上级答复。' };
    expect(refusal(await min.post(`/api/cases/${begun}/stop`, stop))).toMatchObject({
      status: 409,
      code: 'notWaiting',
      culprit: 'handling-limit',
    });
    expect(refusal(await min.post(`/api/cases/${begun}/stop`, { ...stop, until: '2027' }))).toMatchObject({
      status: 400,
      culprit: 'until',
    });
    expect(refusal(await fang.post(`/api/cases/${begun}/stop`, stop))).toMatchObject({ status: 403, code: 'notAllowed' });
  });
});
