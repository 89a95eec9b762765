import { describe, expect, test } from '@jest/globals';
import { id } from '../../../packages/runtime/src/words/ids.ts';
import { demoOffice, person, yes } from './harness.ts';
import { movable, NOT_THERE, ownerCounts, told } from './movable.ts';

describe('加签 and 减签, in turn', () => {
  /** 传签 to 李敏, then 罗佳. */
  async function passing() {
    const all = await movable();
    const { case: caseId } = await all.start('peng-fei', 'signed', { signers: ['li-min', 'luo-jia'] });
    const signing = async (who = 'li-min') => {
      const [found] = (await all.page(caseId, who)).signings;
      if (!found) throw new Error('nothing is countersigned');
      return found;
    };
    const { host } = await signing();
    const add = (who: string, items: readonly string[], where: 'next' | 'last' = 'last') =>
      all.office.addSigners(person(who), id(caseId), { request: all.request(), host, items, where, reason: '分管此事' });
    const remove = (who: string, visit: string) =>
      all.office.removeSigner(person(who), id(caseId), { request: all.request(), visit, reason: '出差' });
    return { ...all, caseId, signing, add, remove };
  }
  const list = (signers: Awaited<ReturnType<Awaited<ReturnType<typeof passing>>['signing']>>['signers']) =>
    signers.map(({ name, state }) => `${name.zh} ${state}`);

  test('given some are to come, when others are added next and last, then they come so, and the list tells who has answered', async () => {
    const { signing, add, does, open, told: history, caseId } = await passing();
    expect(await signing()).toMatchObject({
      step: { zh: '会签' },
      kind: 'person',
      inTurn: true,
      full: null,
      mayAdd: true,
      mayRemove: true,
    });
    yes(await add('li-min', ['song-yan'], 'next'));
    yes(await add('li-min', ['guo-tao']));
    await does('li-min', 'sign', { values: { word: '同意' } });
    expect(list((await signing()).signers)).toEqual(['李敏 answered', '宋岩 open', '罗佳 waiting', '郭涛 waiting']);
    expect(await open('song-yan')).toEqual(['sign']);
    // Who has a part of it may add where the diagram lets them, but not take away.
    expect(await signing('song-yan')).toMatchObject({ mayAdd: true, mayRemove: false });
    yes(await add('song-yan', ['ye-qing'], 'next'));
    expect((await history(caseId)).filter((line) => line.includes('加签'))).toEqual([
      '“会签”加签：宋岩：分管此事',
      '“会签”加签：郭涛：分管此事',
      '“会签”加签：叶青：分管此事',
    ]);
  });

  test('given who is unknown, on the list, or has answered, when they are added, then each is refused by name', async () => {
    const { add, does } = await passing();
    expect(told(await add('li-min', ['nobody']))).toMatchObject({ code: 'invalidInput', culprit: 'items' });
    expect(told(await add('li-min', ['luo-jia']))).toMatchObject({ code: 'invalidInput', zh: '罗佳已在会签名单中' });
    expect(told(await add('li-min', ['ye-qing', 'ye-qing']))).toMatchObject({ zh: '叶青已在会签名单中' });
    await does('li-min', 'sign');
    expect(told(await add('li-min', ['li-min']))).toMatchObject({ zh: '李敏已在会签名单中' });
  });

  test('given the present one is taken away, when others are to come, then the next begins; the last cannot be taken', async () => {
    const { signing, remove, open, told: history, caseId } = await passing();
    const [first] = (await signing()).signers;
    yes(await remove('li-min', first?.visit ?? ''));
    expect([await open('li-min'), await open('luo-jia')]).toEqual([[], ['sign']]);
    expect(await history(caseId)).toContain('“会签”减签：李敏：出差');
    const [only] = (await signing()).signers;
    expect(only).toMatchObject({ name: { zh: '罗佳' }, kept: { zh: '会签只剩这一份，不能减去' } });
    expect(told(await remove('li-min', only?.visit ?? ''))).toMatchObject({ code: 'illegalMove', zh: '会签只剩这一份，不能减去' });
  });

  test('given it is not theirs, when they try, then a reader is told so, a stranger finds nothing, and what is no part is refused', async () => {
    const { add, remove, signing } = await passing();
    const [first] = (await signing()).signers;
    expect(await signing('peng-fei')).toMatchObject({ mayAdd: false, mayRemove: false });
    expect(told(await add('peng-fei', ['ye-qing']))).toMatchObject({
      code: 'notAllowed',
      zh: '只有正在办理这一步的人和流程管理员可以加签、减签',
    });
    expect(told(await remove('peng-fei', first?.visit ?? ''))).toMatchObject({ code: 'notAllowed', zh: '这一步只能由流程管理员减签' });
    expect(told(await add('tang-bo', ['ye-qing']))).toMatchObject(NOT_THERE);
    expect(told(await remove('li-min', 'v999'))).toMatchObject({ code: 'notWaiting', culprit: 'v999' });
  });
});

test('given departments that handle a document at once, when one of them adds another, then that begins now; taken away, it ends', async () => {
  const all = await demoOffice();
  const { case: caseId } = await all.passOn(['tax-policy', 'collection']);
  const signing = async () => yes(await all.office.case(person('lu-yao'), id(caseId))).signings[0];
  const running = await signing();
  expect(running).toMatchObject({ kind: 'unit', inTurn: false, mayAdd: true, mayRemove: true });
  const added = { request: all.request(), host: running?.host ?? '', items: ['regulations'], where: 'last' as const, reason: '涉及法规' };
  expect(told(await all.office.addSigners(person('lu-yao'), id(caseId), { ...added, items: ['moon'] }))).toMatchObject({
    culprit: 'items',
  });
  yes(await all.office.addSigners(person('lu-yao'), id(caseId), added));
  expect((await all.todo('deng-rui')).map(({ element }) => element)).toEqual(['in_handle']);
  const third = (await signing())?.signers.find(({ item }) => item === 'regulations');
  yes(await all.office.removeSigner(person('lu-yao'), id(caseId), { request: all.request(), visit: third?.visit ?? '', reason: '不涉及' }));
  expect(await all.todo('deng-rui')).toEqual([]);
});

describe('加签 and 减签 of a part with steps that is done so many times', () => {
  test('given two runs, when more are added and one is taken away, then each has a number of its own, and all that are left must be done', async () => {
    const all = await movable({ organization: ownerCounts });
    const { office, request, does, page, told: history } = all;
    const { case: caseId } = await all.start('peng-fei', 'copied', {});
    const signing = async (who = 'dong-xue') => (await page(caseId, who)).signings[0];
    const host = (await signing())?.host ?? '';
    const add = (who: string, more: object) =>
      office.addSigners(person(who), id(caseId), { request: request(), host, items: [], where: 'last', reason: '又多了几处', ...more });
    expect(await signing()).toMatchObject({ kind: 'number', mayAdd: true, mayRemove: true, full: null });
    expect(told(await add('dong-xue', {}))).toMatchObject({ code: 'required' });
    expect(told(await add('dong-xue', { items: ['li-min'] }))).toMatchObject({ code: 'required' });
    yes(await add('dong-xue', { more: 2 }));
    const signers = (await signing())?.signers ?? [];
    expect(signers.map(({ name, state }) => [name.zh, state])).toEqual([1, 2, 3, 4].map((n) => [`第 ${n} 份`, 'open']));
    yes(
      await office.removeSigner(person('dong-xue'), id(caseId), { request: request(), visit: signers[1]?.visit ?? '', reason: '不用去了' }),
    );
    yes(await add('li-min', { more: 1 }));
    expect((await signing())?.signers.map(({ item }) => item)).toEqual(['1', '3', '4', '5']);
    expect((await history(caseId)).filter((line) => line.includes('核查一处'))).toEqual([
      '“核查一处”加签：第 3 份、第 4 份：又多了几处',
      '“核查一处”减签：第 2 份：不用去了',
      '“核查一处”加签：第 5 份：又多了几处',
    ]);
    for (let left = 4; left > 0; left -= 1) {
      expect((await page(caseId)).card.status).toBe('running');
      await does('dong-xue', 'look');
    }
    expect((await page(caseId)).card.status).toBe('completed');
  });
});
