import { describe, expect, test } from '@jest/globals';
import { id } from '../../../packages/runtime/src/words/ids.ts';
import { person, yes } from './harness.ts';
import { movable, NOT_THERE, told } from './movable.ts';

/** 付款 whose amount nobody has filled in: it stands still where the amount decides. */
async function standing() {
  const all = await movable();
  const { case: caseId } = await all.start('peng-fei', 'paying', { title: '购置设备' });
  await all.does('peng-fei', 'ask');
  const [incident] = (await all.page(caseId)).incidents;
  if (!incident) throw new Error('nothing stands still');
  const { office, request } = all;
  const input = { incident: incident.id };
  return {
    ...all,
    caseId,
    incident,
    retry: (who: string, values = {}, reason = '') =>
      office.retryIncident(person(who), id(caseId), { request: request(), ...input, values, reason }),
    skip: (who: string, flow?: string, reason = '按惯例') =>
      office.skipIncident(person(who), id(caseId), { request: request(), ...input, reason, ...(flow === undefined ? {} : { flow }) }),
  };
}

describe('A case that stands still', () => {
  test('given a condition without its value, when a process owner reads the case, then it says what is wrong, what it reads and which ways there are', async () => {
    const { incident, page, caseId } = await standing();
    expect(incident).toMatchObject({ step: { zh: '金额多少' }, words: { zh: '分支条件缺少数据，无法判断走哪一支' } });
    expect(incident.acts?.skip).toBe(true);
    expect(incident.acts?.ways.map(({ flow, name, to, usual }) => [flow, name.zh, to.zh, usual])).toEqual([
      ['less', '不到一百', '小额支付', false],
      ['more', '', '大额审批', false],
    ]);
    expect(incident.acts?.fields).toMatchObject([{ key: 'amount', type: 'number', access: 'write', value: null, required: false }]);
    // Who began it sees that it stands still, and can do nothing about it.
    expect((await page(caseId, 'peng-fei')).incidents.map(({ acts }) => acts)).toEqual([undefined]);
  });

  test('given nothing was mended, when it is tried again, then it stands there again and the history tells', async () => {
    const { retry, page, caseId, told: history } = await standing();
    yes(await retry('li-min'));
    expect((await page(caseId)).incidents).toHaveLength(1);
    expect(await history(caseId)).toContain('重试“金额多少”');
  });

  test('given the value is filled in, when it is tried again, then it goes on by it; the reason and both values stay', async () => {
    const { retry, page, caseId, told: history, open, incident, office } = await standing();
    expect(told(await retry('li-min', { amount: { to: 250, was: null } }))).toMatchObject({ code: 'required', culprit: 'reason' });
    expect(told(await retry('li-min', { amount: { to: -1 } }, '补录'))).toMatchObject({ code: 'wrongType' });
    expect(told(await retry('li-min', { title: { to: '改名' } }, '补录'))).toMatchObject({ code: 'unknownField' });
    const still = async () => yes(await office.diagrams(person('li-min'), id(caseId)))[0]?.still;
    expect(await still()).toEqual(['size']);
    yes(await retry('li-min', { amount: { to: 250, was: null } }, '申请人电话补报'));
    expect(await still()).toEqual([]);
    expect(await open('dong-xue')).toEqual(['big']);
    const after = await page(caseId);
    expect([after.card.status, after.incidents]).toEqual(['running', []]);
    expect(after.fields).toMatchObject([{ key: 'title' }, { key: 'amount', value: 250 }]);
    expect(await history(caseId)).toContain('改了金额后重试“金额多少”：申请人电话补报');
    expect(told(await retry('li-min'))).toMatchObject({ code: 'notWaiting', culprit: incident.id });
  });

  test('given another filled it in meanwhile, when it is written on what was read before, then both values are shown', async () => {
    const { retry } = await standing();
    expect(told(await retry('li-min', { amount: { to: 250, was: 3 } }, '补录'))).toMatchObject({
      code: 'changedMeanwhile',
      culprit: '金额',
    });
  });

  test('given several ways on, when it is passed over, then one must be named; it goes there, and the reason stays', async () => {
    const { skip, open, told: history, caseId } = await standing();
    expect(told(await skip('li-min'))).toEqual({ code: 'required', culprit: 'flow', zh: '从这一步往哪里走：不到一百、大额审批' });
    expect(told(await skip('li-min', 'p2'))).toMatchObject({ code: 'invalidInput', culprit: 'flow' });
    expect(told(await skip('li-min', 'less', ' '))).toMatchObject({ code: 'required', culprit: 'reason' });
    yes(await skip('li-min', 'less'));
    expect(await open('cheng-yi')).toEqual(['small']);
    expect(await history(caseId)).toContain('跳过“金额多少”的异常：按惯例');
  });

  test('given it is no process owner, when they try, then a reader is told so and a stranger finds no such case', async () => {
    const { retry, skip } = await standing();
    for (const act of [retry, (who: string) => skip(who, 'less')]) {
      expect(told(await act('peng-fei'))).toMatchObject({ code: 'notAllowed', zh: '只有流程管理员可以这样调整办件' });
      expect(told(await act('tang-bo'))).toMatchObject(NOT_THERE);
    }
  });

  test('given one request, when it is asked twice, then it is done once; for something else it is refused', async () => {
    const { office, caseId, incident } = await standing();
    const ask = { request: 'once', incident: incident.id, flow: 'less', reason: '按惯例' };
    const first = yes(await office.skipIncident(person('li-min'), id(caseId), ask));
    expect(yes(await office.skipIncident(person('li-min'), id(caseId), ask))).toEqual(first);
    expect(told(await office.skipIncident(person('li-min'), id(caseId), { ...ask, flow: 'more' }))).toMatchObject({
      code: 'requestReused',
    });
  });

  test('given it stands still, when it is moved elsewhere or cancelled, then nothing stands still any more', async () => {
    const { office, caseId, request, places, page, open } = await standing();
    const found = await places(caseId);
    expect(found.standing).toMatchObject([{ step: { zh: '金额多少' }, state: 'still', taken: true }]);
    const take = found.standing.map(({ visit }) => visit);
    const to = found.places.find(({ element }) => element === 'ask');
    if (!to?.legal) throw new Error('the step before is a place');
    yes(await office.jumpCase(person('li-min'), id(caseId), { request: request(), take, to, reason: '重新申请' }));
    expect([(await page(caseId)).incidents, await open('peng-fei')]).toEqual([[], ['ask']]);
    yes(await office.cancelCase(person('li-min'), id(caseId), { request: request(), reason: '不买了' }));
    expect((await page(caseId)).card.status).toBe('cancelled');
  });
});
