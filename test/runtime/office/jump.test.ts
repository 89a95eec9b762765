import { describe, expect, test } from '@jest/globals';
import { id } from '../../../packages/runtime/src/words/ids.ts';
import { person, yes } from './harness.ts';
import { branched, NOT_THERE, said, told, WAITS } from './movable.ts';

describe('跳转', () => {
  test('given two branches, when one is to be moved, then every step tells whether it is a place, and why not', async () => {
    const { places, caseId, standing, visitAt } = await branched();
    expect(standing).toMatchObject([
      { step: { zh: '查账' }, state: 'open', taken: true },
      { step: { zh: '查库' }, state: 'open', taken: false },
    ]);
    const one = await places(caseId, visitAt('left'));
    expect(said(one)).toMatchObject({ first: WAITS, last: WAITS, left: 'yes', join: '不能停在汇合点上，请移到它之前或之后的步骤' });
    const both = await places(caseId, visitAt('left'), visitAt('right'));
    expect(both.standing.map(({ taken }) => taken)).toEqual([true, true]);
    expect(said(both)).toMatchObject({ first: 'yes', last: 'yes', left: WAITS });
    expect(both.places.find(({ element }) => element === 'last')?.seats.map(({ name }) => name.zh)).toEqual(['彭飞']);
  });

  test('given both branches are taken, when the case is put behind the join, then both tasks close, the next opens and the history tells why', async () => {
    const { jump, visitAt, open, told: history, caseId } = await branched();
    yes(await jump('li-min', [visitAt('left'), visitAt('right')], 'last'));
    expect([await open('li-min'), await open('cheng-yi'), await open('peng-fei')]).toEqual([[], [], ['last']]);
    expect((await history(caseId)).slice(-4)).toEqual([
      '从“查账”、“查库”跳转到“汇总”：另有安排',
      '“查账”已终止',
      '“查库”已终止',
      '送交彭飞：汇总',
    ]);
  });

  test('given what waits at the join, when it is taken with the branch beside it, then the case goes back to before the fork', async () => {
    const { does, places, caseId, jump, open } = await branched();
    await does('li-min', 'left');
    const { standing } = await places(caseId);
    expect(standing.map(({ step, state }) => [step.zh, state])).toEqual([
      ['查库', 'open'],
      ['查完', 'waits'],
    ]);
    yes(
      await jump(
        'li-min',
        standing.map(({ visit }) => visit),
        'first',
      ),
    );
    expect(await open('peng-fei')).toEqual(['first']);
  });

  test('given it is not legal, has no reason, or is not theirs, when it is asked for, then each says so and nothing moves', async () => {
    const { jump, visitAt, open, office, caseId } = await branched();
    expect(told(await jump('li-min', [visitAt('left')], 'last'))).toMatchObject({ code: 'illegalMove', zh: WAITS });
    expect(told(await jump('li-min', [visitAt('left')], 'left', ' '))).toMatchObject({ code: 'required', culprit: 'reason' });
    expect(told(await jump('li-min', ['v999'], 'left'))).toMatchObject({ code: 'illegalMove', zh: '办件已不在这一步' });
    expect(told(await jump('li-min', [visitAt('left')], 'moon'))).toMatchObject({ code: 'unknownElement', culprit: 'moon' });
    expect(told(await jump('peng-fei', [visitAt('left')], 'left'))).toMatchObject({ code: 'notAllowed' });
    expect(told(await jump('tang-bo', [visitAt('left')], 'left'))).toMatchObject(NOT_THERE);
    // 张伟 is a process owner, but not of the readers of this case.
    expect(told(await jump('zhang-wei', [visitAt('left')], 'left'))).toMatchObject(NOT_THERE);
    expect(told(await office.places(person('peng-fei'), id(caseId), []))).toMatchObject({ code: 'notAllowed' });
    expect(await open('li-min')).toEqual(['left']);
  });
});
