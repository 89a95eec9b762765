import { describe, expect, test } from '@jest/globals';
import { id } from '../../../packages/runtime/src/words/ids.ts';
import { person, yes } from './harness.ts';
import { branched, movable, NOT_THERE, ownerCounts, said, told, WAITS } from './movable.ts';

describe('唤醒', () => {
  test('given a case that is over, when it is woken at a step, then it runs again there; one that runs is not woken', async () => {
    const { office, request, places, does, caseId, page, open, told: history } = await branched();
    const wake = (who: string, at: string, reason = '漏了一项') =>
      office.reopenCase(person(who), id(caseId), { request: request(), at, reason });
    expect(told(await wake('li-min', 'last'))).toMatchObject({ code: 'illegalMove', zh: '办件还没有办结，不需要唤醒' });
    await does('li-min', 'left');
    await does('cheng-yi', 'right');
    await does('peng-fei', 'last');
    expect((await page(caseId)).card).toMatchObject({ status: 'completed' });
    const found = await places(caseId);
    expect([found.kind, found.standing, said(found)]).toMatchObject(['reopen', [], { first: 'yes', left: WAITS, last: 'yes' }]);
    expect(told(await wake('peng-fei', 'last'))).toMatchObject({ code: 'notAllowed' });
    expect(told(await wake('tang-bo', 'last'))).toMatchObject(NOT_THERE);
    expect(told(await wake('li-min', 'left'))).toMatchObject({ code: 'illegalMove', zh: WAITS });
    expect(told(await wake('li-min', 'last', ''))).toMatchObject({ code: 'required' });
    yes(await wake('li-min', 'last'));
    expect((await page(caseId)).card).toMatchObject({ status: 'running', endedAt: null });
    expect(await open('peng-fei')).toEqual(['last']);
    expect((await history(caseId)).filter((line) => line.includes('唤醒'))).toEqual(['唤醒了办件，从“汇总”继续：漏了一项']);
    await does('peng-fei', 'last');
    expect((await page(caseId)).card.status).toBe('completed');
  });

  test('given a case that its initiator cancelled before anybody acted, when it is woken, then it goes on', async () => {
    const { office, request, start, open, page, todo } = await movable({ organization: ownerCounts });
    const { case: caseId } = await start('li-min', 'together', {});
    yes(await office.cancelCase(person('li-min'), id(caseId), { request: request(), reason: '填错了' }));
    expect(await todo('li-min')).toEqual([]);
    yes(await office.reopenCase(person('li-min'), id(caseId), { request: request(), at: 'first', reason: '没有填错' }));
    expect([await open('li-min'), (await page(caseId)).card.status]).toEqual([['first'], 'running']);
  });
});
