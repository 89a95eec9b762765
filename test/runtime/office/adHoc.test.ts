import { expect, test } from '@jest/globals';
import { id } from '../../../packages/runtime/src/words/ids.ts';
import { person, yes } from './harness.ts';
import { movable, NOT_THERE, told } from './movable.ts';

/** 信访调处, whose steps are chosen by those who do them. */
async function settling() {
  const all = await movable();
  const { case: caseId } = await all.start('peng-fei', 'free', {});
  const offered = async (who: string) => {
    const [found] = (await all.page(caseId, who)).startable;
    return (
      found && { start: found.start.map(({ element }) => element), mayConclude: found.mayConclude, open: found.open.map(({ zh }) => zh) }
    );
  };
  const scope = (await all.page(caseId, 'han-mei')).startable[0]?.scope ?? '';
  const begin = (who: string, element: string) => all.office.beginStep(person(who), id(caseId), { request: all.request(), scope, element });
  const conclude = (who: string, reason = '已经谈妥') =>
    all.office.concludeSteps(person(who), id(caseId), { request: all.request(), scope, reason });
  return { ...all, caseId, offered, begin, conclude };
}

test('given steps that are chosen, when their people look, then each is offered what is theirs; the initiator is offered none', async () => {
  const { offered, page, caseId } = await settling();
  expect(await offered('han-mei')).toEqual({ start: ['visit'], mayConclude: true, open: [] });
  expect(await offered('dong-xue')).toEqual({ start: ['count'], mayConclude: true, open: [] });
  expect(await offered('peng-fei')).toBeUndefined();
  const [found] = (await page(caseId, 'han-mei')).startable;
  expect(found).toMatchObject({ step: { zh: '调处' }, start: [{ step: { zh: '走访' } }] });
});

test('given one is begun, when it is done or not, then it may be begun again, and saying that all is done ends what is open', async () => {
  const { begin, conclude, offered, open, does, told: history, caseId } = await settling();
  yes(await begin('han-mei', 'visit'));
  expect(await open('feng-gang')).toEqual(['visit']);
  await does('feng-gang', 'visit');
  yes(await begin('han-mei', 'visit'));
  yes(await begin('dong-xue', 'count'));
  expect(await offered('han-mei')).toMatchObject({ start: ['visit'], open: ['走访', '核账'] });
  expect(told(await conclude('han-mei', ''))).toMatchObject({ code: 'required' });
  yes(await conclude('han-mei'));
  expect([await open('han-mei'), await open('dong-xue'), await open('peng-fei')]).toEqual([[], [], ['reply']]);
  const lines = await history(caseId);
  expect(lines).toContain('开始“走访”');
  expect(lines).toContain('宣布“调处”完成：已经谈妥');
});

test('given it is not theirs or not there, when it is begun or said to be done, then each says so', async () => {
  const { begin, conclude, office, caseId, request } = await settling();
  expect(told(await begin('han-mei', 'count'))).toMatchObject({ code: 'notAllowed', culprit: '核账' });
  expect(told(await begin('peng-fei', 'visit'))).toMatchObject({ code: 'notAllowed' });
  expect(told(await begin('tang-bo', 'visit'))).toMatchObject(NOT_THERE);
  expect(told(await begin('han-mei', 'reply'))).toMatchObject({ code: 'notWaiting', culprit: 'reply' });
  expect(told(await conclude('peng-fei'))).toMatchObject({ code: 'notAllowed' });
  const wrong = { request: request(), scope: 's999', element: 'visit' };
  expect(told(await office.beginStep(person('han-mei'), id(caseId), wrong))).toMatchObject({ code: 'notWaiting', culprit: 's999' });
});

test('given steps that are chosen, when none is begun, then the case page and the diagram say what is under way to whoever may begin none, too', async () => {
  const { page, office, begin, conclude, caseId } = await settling();
  const drawn = async () => yes(await office.diagrams(person('peng-fei'), id(caseId)))[0]?.choosing;
  expect((await page(caseId, 'peng-fei')).choosing).toEqual([{ zh: '调处' }]);
  expect(await drawn()).toEqual(['settle']);
  yes(await begin('han-mei', 'visit'));
  yes(await conclude('han-mei'));
  expect([(await page(caseId, 'peng-fei')).choosing, await drawn()]).toEqual([[], []]);
});

test('given steps that are chosen, when their people look at what they may begin at any time, then it is there without the case being opened, until it is over', async () => {
  const { office, begin, conclude, caseId, start, request } = await settling();
  const anyTime = async (who: string) =>
    yes(await office.startable(person(who))).map((one) => [one.case, one.work.step.zh, one.work.start.map(({ element }) => element)]);
  expect(await anyTime('han-mei')).toEqual([[caseId, '调处', ['visit']]]);
  expect(await anyTime('dong-xue')).toEqual([[caseId, '调处', ['count']]]);
  expect([await anyTime('peng-fei'), await anyTime('tang-bo'), await anyTime('li-min')]).toEqual([[], [], []]);
  yes(await begin('han-mei', 'visit'));
  expect(await anyTime('feng-gang')).toEqual([[caseId, '调处', ['visit']]]);
  const { case: other } = await start('peng-fei', 'free', {});
  expect((await anyTime('han-mei')).map(([one]) => one).sort()).toEqual([caseId, other].sort());
  yes(await conclude('han-mei'));
  yes(await office.cancelCase(person('peng-fei'), id(other), { request: request(), reason: '重复' }));
  expect([await anyTime('han-mei'), await anyTime('dong-xue')]).toEqual([[], []]);
});

test('given a flow whose first part lets its people choose, when it is to be begun, then it is told that it goes there, to all of them, and not beyond', async () => {
  const { office } = await movable();
  const { next } = yes(await office.startForm(person('peng-fei'), 'free'));
  expect(next.map(({ step, seats }) => [step.zh, seats.map(({ name }) => name.zh)])).toEqual([
    ['调处', ['信访管理岗 · 办公室', '会计 · 办公室']],
  ]);
});
