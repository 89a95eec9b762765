import { describe, expect, test } from '@jest/globals';
import { draw } from './blocks.ts';
import { storyOn } from './drawing.ts';
import { drawn } from './drawn.ts';
import { plansOf, Story, storyIn, storyOf } from './harness.ts';

const joined = async (): Promise<Story> =>
  (await storyOf('moves.bpmn'))
    .start()
    .complete('draft', {}, { outcome: 'pass' })
    .complete('review')
    .complete('b')
    .complete('c')
    .complete('c2');

describe('退回', () => {
  test('opens the target anew, takes back what came of it and clears what was decided there; fields stay', async () => {
    const story = (await storyOf('moves.bpmn')).start().complete('draft', { title: '稿' }, { outcome: 'pass' });
    expect(story.values).toEqual({ title: '稿', verdict: 'pass' });
    const first = story.done('draft');
    story.returnTo('review', 'draft');
    expect(story.tasks).toEqual(['draft']);
    expect(story.visitOf('draft')).not.toBe(first);
    expect(story.values).toEqual({ title: '稿' });
    expect(story.effects.flatMap((effect) => (effect.kind === 'taskClosed' ? [effect.why] : []))).toEqual(['takenBack']);
  });

  test('across a parallel join, keeping: the branch beside stays done and the join fires when the target is done again', async () => {
    const story = (await joined()).returnTo('sum', 'b', { siblings: 'keep' });
    expect(story.tasks).toEqual(['b']);
    expect(story.now.arrivals.map((arrival) => arrival.flow)).toEqual(['c2-join']);
    story.complete('b');
    expect(story.tasks).toEqual(['sum']);
  });

  test('across a parallel join, redoing: the branch beside begins again where they parted', async () => {
    const story = (await joined()).returnTo('sum', 'b', { siblings: 'redo' });
    expect(story.tasks).toEqual(['b', 'c']);
    story.complete('b').complete('c');
    expect(story.tasks).toEqual(['c2']);
    story.complete('c2');
    expect(story.tasks).toEqual(['sum']);
  });

  test('to before the fork takes back both branches, one that is still open too', async () => {
    const story = (await storyOf('moves.bpmn')).start().complete('draft').complete('review').complete('b').complete('c');
    story.returnTo('c2', 'draft');
    expect(story.tasks).toEqual(['draft']);
    expect(story.now.arrivals).toEqual([]);
  });

  test('straight back: the target works once more, then the returner goes on; nothing between is undone', async () => {
    const story = (await joined()).returnTo('sum', 'draft', { then: 'straightBack' });
    expect(story.tasks).toEqual(['draft']);
    expect(story.now.parked).toHaveLength(1);
    story.complete('draft');
    expect(story.tasks).toEqual(['sum']);
    expect(story.now.parked).toEqual([]);
    story.complete('sum').complete('d1').complete('d2').complete('sign');
    expect(story.ended).toBe('completed');
  });

  test('straight back may be passed on further back, and comes home by the same steps', async () => {
    const story = (await joined())
      .returnTo('sum', 'review', { then: 'straightBack' })
      .returnTo('review', 'draft', { then: 'straightBack' });
    expect(story.tasks).toEqual(['draft']);
    story.complete('draft');
    expect(story.tasks).toEqual(['review']);
    story.complete('review');
    expect(story.tasks).toEqual(['sum']);
  });

  test('straight back: who stood in for the returner has no place of their own afterwards', async () => {
    const story = (await storyOf('boundary-events.bpmn')).start().complete('a').complete('b');
    const first = story.done('work');
    story.returnTo('after', 'work', { then: 'straightBack' }).due('remind').complete('a').complete('b');
    expect(story.tasks).toEqual(['after', 'nudge']);
    expect(story.done('work')).not.toBe(first);
    const move = { kind: 'return', from: story.visitOf('nudge'), to: story.done('work'), siblings: 'keep', then: 'flow' } as const;
    expect(story.try({ kind: 'move', move })?.code).toBe('illegalMove');
  });

  test('straight back to where a timer may cut in is illegal while a branch beside waits at a join: the join would get it twice', () => {
    const { process } = draw({
      is: 'row',
      blocks: [
        { is: 'timed', block: { is: 'task' }, cuts: true },
        { is: 'all', blocks: [{ is: 'task' }, { is: 'task' }] },
      ],
    });
    const story = new Story(plansOf([process])).start();
    const act = (): string => story.tasks[0] ?? '';
    story.complete(act());
    const [guarded = ''] = story.trail.filter((pass) => pass.element.startsWith('subProcess')).map((pass) => pass.element);
    const [left = '', right = ''] = story.tasks;
    expect(story.choices(right)).toMatchObject({ [guarded]: 'legal' });
    story.complete(left);
    const move = { kind: 'return', from: story.visitOf(right), to: story.done(guarded), siblings: 'keep' } as const;
    expect(story.try({ kind: 'move', move: { ...move, then: 'straightBack' } })?.code).toBe('illegalMove');
    story.move({ ...move, then: 'flow' });
    story.due(story.open.find((wait) => wait.startsWith('timer'))?.split(' ')[1] ?? '');
    expect(story.now.arrivals).toEqual([]);
    story.complete(act()).complete(left).complete(right);
    expect(story.ended).toBe('completed');
  });

  test('into a sub-process that is open goes to the step; out of it takes the sub-process back', async () => {
    const story = (await joined()).complete('sum').complete('d1');
    expect(story.choices('d2')).toMatchObject({ d1: 'legal', sum: 'legal', draft: 'legal' });
    story.returnTo('d2', 'd1');
    expect(story.tasks).toEqual(['d1']);
    story.complete('d1').returnTo('d2', 'sum');
    expect(story.tasks).toEqual(['sum']);
    expect(story.now.scopes).toHaveLength(1);
  });

  test('into a sub-process that is finished is illegal; its entry is offered instead', async () => {
    const story = (await joined()).complete('sum').complete('d1').complete('d2');
    expect(story.choices('sign')).toEqual({
      d2: 'scopeFinished',
      d1: 'scopeFinished',
      details: 'legal',
      sum: 'legal',
      c2: 'legal',
      c: 'legal',
      b: 'legal',
      review: 'legal',
      draft: 'legal',
    });
    expect(
      story.try({
        kind: 'move',
        move: { kind: 'return', from: story.visitOf('sign'), to: story.done('d2'), siblings: 'keep', then: 'flow' },
      })?.code,
    ).toBe('illegalMove');
    story.returnTo('sign', 'details');
    expect(story.tasks).toEqual(['d1']);
  });

  test('to a branch beside, which the returner did not come from, is illegal', async () => {
    const story = (await storyOf('moves.bpmn')).start().complete('draft').complete('review').complete('b');
    expect(story.choices('c')).toEqual({ b: 'notBefore', review: 'legal', draft: 'legal' });
  });

  test('from one of several departments takes back the whole 会签', async () => {
    const story = (await storyOf('boundary-events.bpmn')).start();
    expect(story.choices('a')).toEqual({});
    const many = (await storyOf('multi-instance.bpmn')).start({ departments: ['甲', '乙'] }).complete('countersign', {}, { index: 0 });
    expect(many.choices('countersign')).toEqual({ countersign: 'instanceOfMany' });
    many.complete('countersign', {}, { index: 1 }).returnTo('sum-up', 'countersign');
    expect(many.tasks).toEqual(['countersign', 'countersign']);
    expect(many.open).toContain('timer late');
  });

  test('tells which branches beside a redo would take back', async () => {
    const story = await joined();
    const before = story.key;
    story.returnTo('sum', 'b', { siblings: 'redo' }).complete('b').complete('c').complete('c2');
    expect(story.key).toBe(before);
  });

  test('a task that is not open cannot send back', async () => {
    const story = await joined();
    const move = { kind: 'return', from: story.done('b'), to: story.done('draft'), siblings: 'keep', then: 'flow' } as const;
    expect(story.try({ kind: 'move', move })?.code).toBe('notWaiting');
  });
});

describe('撤回', () => {
  test('before the successor is touched restores the marking', async () => {
    const story = (await storyOf('moves.bpmn')).start().complete('draft');
    const before = story.key;
    story.complete('review').withdraw('review');
    expect(story.key).toBe(before);
    expect(story.tasks).toEqual(['review']);
  });

  test('after a successor was completed is illegal', async () => {
    const story = (await storyOf('moves.bpmn')).start().complete('draft');
    const review = story.visitOf('review');
    story.complete('review').complete('b');
    expect(story.try({ kind: 'move', move: { kind: 'withdraw', visit: review } })?.code).toBe('illegalMove');
  });

  test('of the one who came last to a join gives the others their places back', async () => {
    const story = (await storyOf('moves.bpmn')).start().complete('draft').complete('review').complete('b').complete('c');
    const before = story.key;
    story.complete('c2');
    expect(story.tasks).toEqual(['sum']);
    story.withdraw('c2');
    expect(story.key).toBe(before);
  });

  test('of the one who waits at a join is possible as well', async () => {
    const story = (await storyOf('moves.bpmn')).start().complete('draft').complete('review');
    const before = story.key;
    story.complete('b').withdraw('b');
    expect(story.key).toBe(before);
  });

  test('of one opinion while others are still open; of the last one only the whole can be sent back', async () => {
    const story = (await storyOf('multi-instance.bpmn')).start({ departments: ['甲', '乙'] });
    const before = story.key;
    story.complete('countersign', { opinion: 'x' }, { index: 0, own: true }).withdraw('countersign');
    expect(story.key).toBe(before);
    story.complete('countersign', {}, { index: 0 });
    const last = story.visitOf('countersign', 1);
    story.complete('countersign', {}, { index: 1 });
    expect(story.try({ kind: 'move', move: { kind: 'withdraw', visit: last } })?.code).toBe('illegalMove');
  });

  test('in turn: puts the next one back into the list, until they have done theirs', async () => {
    const story = (await storyOf('multi-instance.bpmn', 'in-turn')).start({ departments: ['甲', '乙', '丙'] });
    const before = story.key;
    const first = story.visitOf('round');
    story.complete('round').move({ kind: 'withdraw', visit: first });
    expect(story.key).toBe(before);
    const again = story.visitOf('round');
    story.complete('round').complete('round');
    expect(story.try({ kind: 'move', move: { kind: 'withdraw', visit: again } })?.code).toBe('illegalMove');
    story.complete('round');
    expect(story.tasks).toEqual(['sum-up2']);
  });

  test('twice is refused the second time', async () => {
    const story = (await storyOf('moves.bpmn')).start();
    const draft = story.visitOf('draft');
    story.complete('draft').move({ kind: 'withdraw', visit: draft });
    expect(story.try({ kind: 'move', move: { kind: 'withdraw', visit: draft } })?.code).toBe('illegalMove');
  });
});

describe('跳转', () => {
  const places = (story: Story, from: string): Record<string, string> =>
    Object.fromEntries(
      story
        .movesOf('jump', story.visitOf(from))
        .map((choice) => [choice.scope === 'fresh' ? `fresh/${choice.element}` : choice.element, choice.reason ?? 'legal']),
    );

  test('opens a step further on; what was said stays, and the step that was left counts as cancelled', async () => {
    const story = (await storyOf('moves.bpmn')).start().complete('draft', { title: '稿' }, { outcome: 'pass' }).jump(['review'], ['sum']);
    expect(story.tasks).toEqual(['sum']);
    expect(story.values).toEqual({ title: '稿', verdict: 'pass' });
    expect(story.effects.flatMap((effect) => (effect.kind === 'taskClosed' ? [effect.why] : []))).toEqual(['cancelled']);
    expect(story.choices('sum')).toEqual({ review: 'interrupted', draft: 'legal' });
    story.returnTo('sum', 'draft');
    expect(story.tasks).toEqual(['draft']);
  });

  test('tells of every place whether it is one, and why not', async () => {
    const story = (await storyOf('moves.bpmn')).start();
    expect(places(story, 'draft')).toEqual({
      start: 'noPlace',
      draft: 'legal',
      review: 'legal',
      fork: 'legal',
      b: 'joinWaits',
      c: 'joinWaits',
      c2: 'joinWaits',
      join: 'joinItself',
      sum: 'legal',
      details: 'legal',
      sign: 'legal',
      end: 'legal',
      'fresh/begin': 'noPlace',
      'fresh/d1': 'legal',
      'fresh/d2': 'legal',
      'fresh/done': 'legal',
    });
  });

  test('out of one branch alone would leave the join waiting for ever; out of both, or within one, it does not', async () => {
    const story = (await storyOf('moves.bpmn')).start().complete('draft').complete('review');
    expect(places(story, 'b')).toMatchObject({ b: 'legal', c: 'joinWaits', c2: 'joinWaits', sum: 'joinWaits', draft: 'joinWaits' });
    expect(places(story, 'c')).toMatchObject({ c2: 'legal', b: 'joinWaits' });
    story.jump(['c'], ['c2']);
    expect(story.tasks).toEqual(['b', 'c2']);
    story.jump(['b', 'c2'], ['sum']);
    expect(story.tasks).toEqual(['sum']);
    story.jump(['sum'], ['b', 'c']);
    expect(story.complete('b').complete('c').complete('c2').tasks).toEqual(['sum']);
  });

  test('of what waits at a join and the branch beside it, both are taken', async () => {
    const story = (await storyOf('moves.bpmn')).start().complete('draft').complete('review').complete('b');
    const move = story.jumping(['c'], ['sum']);
    expect(story.try({ kind: 'move', move })).toMatchObject({ code: 'illegalMove', reason: 'joinWaits' });
    story.move({ ...move, take: [story.done('b'), ...move.take] });
    expect(story.tasks).toEqual(['sum']);
    expect(story.now.arrivals).toEqual([]);
  });

  test('a second token beside one that is still to come is refused', async () => {
    const { process } = draw({
      is: 'row',
      blocks: [{ is: 'task' }, { is: 'all', blocks: [{ is: 'task' }, { is: 'task' }] }, { is: 'task' }],
    });
    const story = new Story(plansOf([process])).start();
    story.complete(story.tasks[0] ?? '');
    const [left = '', right = ''] = story.tasks;
    const last = process.elements.findLast((element) => element.type === 'userTask')?.id ?? '';
    expect(story.try({ kind: 'move', move: story.jumping([left], [left, last]) })).toMatchObject({ reason: 'markedTwice' });
    expect(story.try({ kind: 'move', move: story.jumping([left, right], [left, right, left]) })).toMatchObject({ reason: 'joinWaits' });
  });

  test('into a sub-process opens it around the step with its timers; out of its last step closes it', async () => {
    const story = (await storyOf('moves.bpmn')).start().jump(['draft'], ['fresh/d2']);
    expect(story.tasks).toEqual(['d2']);
    expect(story.now.tokens.map((token) => token.element)).toEqual(['details', 'd2']);
    const root = { element: 'sum' as never, scope: story.root };
    story.move({ kind: 'jump', take: [story.visitOf('d2')], put: [root] });
    expect(story.tasks).toEqual(['sum']);
    expect(story.now.scopes).toHaveLength(1);
    story.complete('sum').complete('d1').complete('d2').complete('sign');
    expect(story.ended).toBe('completed');
  });

  test('side steps of a host go with it', async () => {
    const story = (await storyOf('boundary-events.bpmn')).start().due('remind');
    expect(story.tasks).toContain('nudge');
    const host = story.now.tokens.find((token) => token.element === 'work')?.visit;
    const take = host ? [host] : [];
    const choice = story.movesOf('jump', host ?? null).find((one) => one.element === 'after');
    expect(choice).toMatchObject({ legal: true });
    expect(choice?.takesBack).toContain(story.visitOf('nudge'));
    story.move({ kind: 'jump', take, put: [{ element: 'after' as never, scope: story.root }] });
    expect(story.tasks).toEqual(['after']);
  });

  test('neither one part of a 会签 alone nor into its middle', async () => {
    const story = (await storyOf('multi-instance.bpmn')).start({ departments: ['甲', '乙'] });
    const one = story.visitOf('countersign', 0);
    const jump = (take: typeof one, element: string, scope = story.root) =>
      story.try({ kind: 'move', move: { kind: 'jump', take: [take], put: [{ element: element as never, scope }] } });
    expect(jump(one, 'sum-up')).toMatchObject({ reason: 'instanceOfMany' });
    const item = story.now.scopes.find((scope) => scope.kind === 'item')?.id;
    const host = story.now.tokens.find((token) => !token.instance)?.visit ?? one;
    expect(jump(host, 'countersign', item)).toMatchObject({ reason: 'insideMany' });
    expect(jump(host, 'sum-up')).toBeUndefined();
    expect(story.tasks).toEqual(['sum-up']);
  });

  test('what names nothing there is, or nothing at all, is refused by name', async () => {
    const story = (await storyOf('moves.bpmn')).start();
    const take = [story.visitOf('draft')];
    const jump = (move: Partial<ReturnType<Story['jumping']>>) =>
      story.try({ kind: 'move', move: { kind: 'jump', take, put: [], ...move } });
    expect(jump({})).toMatchObject({ code: 'invalidInput' });
    expect(jump({ put: [{ element: 'nowhere' as never, scope: story.root }] })).toMatchObject({ code: 'unknownElement' });
    expect(jump({ put: [{ element: 'd1' as never, scope: story.root }] })).toMatchObject({ code: 'unknownElement' });
    expect(jump({ put: [{ element: 'sum' as never, scope: 's99' as never }] })).toMatchObject({ reason: 'scopeFinished' });
    expect(jump({ take: ['v99' as never], put: [{ element: 'sum' as never, scope: story.root }] })).toMatchObject({ reason: 'notHere' });
    expect(jump({ take: [], put: [{ element: 'sum' as never, scope: story.root }] })).toMatchObject({ reason: 'notHere' });
  });

  test('the returner who is waited for goes with whoever stands in for them', async () => {
    const story = (await joined()).returnTo('sum', 'draft', { then: 'straightBack' }).jump(['draft'], ['sign']);
    expect(story.now.parked).toEqual([]);
    expect(story.complete('sign').ended).toBe('completed');
  });

  test('what a jump made of who stood in for a returner still came of what was before them, and goes back with it', async () => {
    const story = (
      await storyOn(`
        start s
        user draft
        <parallelGateway id="fork" />
        user a
        user b
        <parallelGateway id="join" />
        s > draft > fork > a > join
        fork > b > join`)
    ).start();
    story.complete('draft').returnTo('a', 'draft', { then: 'straightBack' }).jump(['draft'], ['a']).complete('a').returnTo('b', 'draft');
    expect(story.now.arrivals).toEqual([]);
    expect(story.complete('draft').complete('a').complete('b').ended).toBe('completed');
  });

  test('whoever did the step before can no longer withdraw it', async () => {
    const story = (await storyOf('moves.bpmn')).start().complete('draft').jump(['review'], ['sum']);
    expect(story.try({ kind: 'move', move: { kind: 'withdraw', visit: story.done('draft') } })).toMatchObject({
      reason: 'successorCompleted',
    });
  });
});

describe('加签 and 减签', () => {
  const hostOf = (story: Story) => story.now.scopes.find((scope) => scope.kind === 'many')?.host ?? ('none' as never);

  test('all at once: who is added begins now and counts', async () => {
    const story = (await storyOf('multi-instance.bpmn')).start({ departments: ['甲', '乙'] });
    story.complete('countersign', {}, { index: 0 }).move({ kind: 'addInstance', host: hostOf(story), items: ['丙'] });
    expect(story.tasks).toEqual(['countersign', 'countersign']);
    expect(story.complete('countersign', {}, { index: 1 }).tasks).toEqual(['countersign']);
    expect(story.complete('countersign', {}, { index: 2 }).tasks).toEqual(['sum-up']);
  });

  test('in turn: who is added comes last, or next', async () => {
    const story = (await storyOf('multi-instance.bpmn', 'in-turn')).start({ departments: ['甲', '乙'] });
    const item = () => story.now.tokens.find((token) => token.instance)?.instance?.item;
    story.move({ kind: 'addInstance', host: hostOf(story), items: ['丙'] });
    story.move({ kind: 'addInstance', host: hostOf(story), items: ['丁'], where: 'next' });
    const order = [item()];
    for (let count = 0; count < 3; count += 1) order.push((story.complete('round'), item()));
    expect(order).toEqual(['甲', '丁', '乙', '丙']);
    expect(story.complete('round').tasks).toEqual(['sum-up2']);
  });

  test('who is taken away no longer counts, and the rest may then be enough', async () => {
    const story = (await storyOf('multi-instance.bpmn')).start({ departments: ['甲', '乙'] }).complete('countersign', {}, { index: 0 });
    story.move({ kind: 'removeInstance', visit: story.visitOf('countersign', 1) });
    expect(story.tasks).toEqual(['sum-up']);
  });

  test('in turn: when the present one is taken away the next begins', async () => {
    const story = (await storyOf('multi-instance.bpmn', 'in-turn')).start({ departments: ['甲', '乙'] });
    story.move({ kind: 'removeInstance', visit: story.visitOf('round') });
    expect(story.now.tokens.find((token) => token.instance)?.instance).toEqual({ index: 1, item: '乙' });
    expect(story.try({ kind: 'move', move: { kind: 'removeInstance', visit: story.visitOf('round') } })).toMatchObject({
      code: 'illegalMove',
      reason: 'lastInstance',
    });
  });

  test('numbers are not given twice', async () => {
    const story = (await storyOf('multi-instance.bpmn')).start({ departments: ['甲', '乙', '丙'] });
    story.move({ kind: 'removeInstance', visit: story.visitOf('countersign', 1) });
    story.move({ kind: 'addInstance', host: hostOf(story), items: ['丁', '戊'] });
    expect(story.now.tokens.flatMap((token) => token.instance?.index ?? [])).toEqual([0, 2, 3, 4]);
    expect(story.now.tokens.find((token) => token.many)?.many).toMatchObject({ total: 5, done: 0, ended: 1 });
  });

  test('choices tell of both with the same reasons that a step gives', async () => {
    const story = (await storyOf('multi-instance.bpmn')).start({ departments: ['甲'] });
    const one = story.visitOf('countersign');
    expect(story.movesOf('addInstance', one)).toMatchObject([{ visit: hostOf(story), legal: true }]);
    expect(story.movesOf('removeInstance', one)).toMatchObject([{ visit: one, legal: false, reason: 'lastInstance' }]);
    story.complete('countersign');
    const last = story.visitOf('sum-up');
    expect(story.movesOf('addInstance', last)).toMatchObject([{ legal: false, reason: 'notMany' }]);
    expect(story.try({ kind: 'move', move: { kind: 'addInstance', host: last, items: ['x'] } })).toMatchObject({ reason: 'notMany' });
    expect(story.try({ kind: 'move', move: { kind: 'removeInstance', visit: last } })).toMatchObject({ reason: 'notMany' });
  });

  test('never more than a thousand', async () => {
    const story = (await storyOf('multi-instance.bpmn')).start({ departments: ['甲', '乙'] });
    const items = Array.from({ length: 999 }, (_, index) => index);
    expect(story.try({ kind: 'move', move: { kind: 'addInstance', host: hostOf(story), items } })).toMatchObject({ reason: 'tooMany' });
    expect(story.try({ kind: 'move', move: { kind: 'addInstance', host: hostOf(story), items: [] } })).toMatchObject({
      code: 'invalidInput',
    });
  });
});

describe('唤醒', () => {
  const done = async (): Promise<Story> => (await joined()).complete('sum').complete('d1').complete('d2').complete('sign', { title: '稿' });

  test('an ended case lives again at a step, with its data, and may be sent back from there', async () => {
    const story = await done();
    expect(story.ended).toBe('completed');
    story.move({ kind: 'reopen', at: 'sum' as never });
    expect(story.tasks).toEqual(['sum']);
    expect(story.values).toMatchObject({ title: '稿' });
    expect(story.choices('sum')).toMatchObject({ draft: 'legal', sign: 'legal' });
    story.returnTo('sum', 'draft');
    expect(story.tasks).toEqual(['draft']);
    story.complete('draft').complete('review').complete('b').complete('c').complete('c2').complete('sum');
    expect(story.complete('d1').complete('d2').complete('sign').tasks).toEqual([]);
    expect(story.effects).toContainEqual({ kind: 'ended', how: 'completed' });
  });

  test('at a step inside a sub-process it opens that around it; a branch beside others is no place', async () => {
    const story = await done();
    const places = Object.fromEntries(story.movesOf('reopen', null).map((choice) => [choice.element, choice.reason ?? 'legal']));
    expect(places).toMatchObject({ draft: 'legal', d2: 'legal', b: 'joinWaits', c2: 'joinWaits', join: 'joinItself', start: 'noPlace' });
    expect(story.try({ kind: 'move', move: { kind: 'reopen', at: 'b' as never } })).toMatchObject({ reason: 'joinWaits' });
    story.move({ kind: 'reopen', at: 'd2' as never });
    expect(story.complete('d2').tasks).toEqual(['sign']);
  });

  test('a cancelled case is woken, and one that was cut off and ended runs and can be cut off again; one that runs is not woken', async () => {
    const story = (await storyOf('moves.bpmn')).start().complete('draft').act({ kind: 'cancel', reason: '' });
    story.move({ kind: 'reopen', at: 'review' as never });
    expect(story.tasks).toEqual(['review']);
    expect(story.choices('review')).toEqual({ draft: 'legal', review: 'interrupted' });
    expect(story.try({ kind: 'move', move: { kind: 'reopen', at: 'review' as never } })).toMatchObject({ reason: 'running' });
    expect(story.movesOf('reopen', null).every((choice) => choice.reason === 'running')).toBe(true);
    const stopped = (await storyOf('event-sub-process.bpmn')).start();
    stopped
      .message('called-off')
      .complete('tidy')
      .move({ kind: 'reopen', at: 'work' as never });
    expect(stopped.open).toContain('message called-off');
  });

  test('who did the last step cannot withdraw it any more once the case was woken', async () => {
    const story = (await done()).move({ kind: 'reopen', at: 'sum' as never });
    expect(story.try({ kind: 'move', move: { kind: 'withdraw', visit: story.done('sign') } })).toMatchObject({
      reason: 'successorCompleted',
    });
  });
});

describe('补偿 by hand', () => {
  const booked = (): Promise<Story> =>
    storyOn(`
      start s
      user book
      undo book by unbook
      user pay
      undo pay by refund
      user go
      end e
      s > book > pay > go > e`);

  test('undoes what is named, in reverse order, beside what else runs; each once', async () => {
    const story = (await booked()).start().complete('book').complete('pay');
    const visits = [story.done('book'), story.done('pay')];
    expect(visits.map((visit) => story.movesOf('compensate', visit)[0]?.legal)).toEqual([true, true]);
    story.move({ kind: 'compensate', visits });
    expect(story.tasks).toEqual(['go', 'refund']);
    expect(story.try({ kind: 'move', move: { kind: 'compensate', visits } })).toMatchObject({ reason: 'notUndoable' });
    story.complete('go');
    expect(story.ended).toBeUndefined();
    expect(story.complete('refund').tasks).toEqual(['unbook']);
    expect(story.complete('unbook').ended).toBe('completed');
  });

  test('one of them alone; what undoes is not moved elsewhere', async () => {
    const story = (await booked()).start().complete('book').complete('pay');
    story.move({ kind: 'compensate', visits: [story.done('book')] });
    expect(story.tasks).toEqual(['go', 'unbook']);
    const put = [{ element: 'pay' as never, scope: story.root }];
    expect(story.try({ kind: 'move', move: { kind: 'jump', take: [story.visitOf('unbook')], put } })).toMatchObject({
      reason: 'branchCut',
    });
  });

  test('a round that is undone takes nobody in from the round after it, which would be left with nothing', async () => {
    const story = await storyIn(
      drawn(
        `<startEvent id="s" /><subProcess id="round"><standardLoopCharacteristics testBefore="false"><loopCondition>again</loopCondition></standardLoopCharacteristics>
        <startEvent id="rs" /><userTask id="do" /><endEvent id="re" /><flows>rs > do; do > re</flows>
        <subProcess id="undone" triggeredByEvent="true"><startEvent id="us"><compensateEventDefinition /></startEvent><userTask id="undo" /><endEvent id="ue" />
        <flows>us > undo; undo > ue</flows></subProcess></subProcess><endEvent id="e" />`,
        's > round\nround > e',
      ),
    );
    story.start({ again: true }).complete('do');
    story.move({ kind: 'compensate', visits: [story.done('round')] });
    expect(story.tasks).toEqual(['do', 'undo']);
    const put = [{ element: 'ue' as never, scope: story.task('undo').scope }];
    const into = (take: string) => story.try({ kind: 'move', move: { kind: 'jump', take: [story.visitOf(take)], put } });
    expect(into('do')).toMatchObject({ reason: 'branchCut' });
    expect(into('undo')).toBeUndefined();
    expect(story.complete('do', { again: false }).ended).toBe('completed');
  });
});

describe('where a diagram is not sound', () => {
  const WAYS = ['left', 'right'] as const;
  /** A choice whose ways meet at a parallel join: it always waits for ever. Or may not, where a way leads past it. */
  const drawnBadly = (past: string): Promise<Story> =>
    storyOn(`
      start s
      user before
      xor which
      ${WAYS.map((way) => `user ${way}`).join('\n')}
      and join
      user after
      end e
      s > before > which > left > join
      which > right > join
      join > after > e
      ${past}`);

  test('a jump to where the join waits for ever is refused even though the diagram itself leads there', async () => {
    const story = (await drawnBadly('')).start();
    const move = story.jumping(['before'], ['left']);
    expect(story.try({ kind: 'move', move })).toMatchObject({ reason: 'joinWaits' });
    expect(story.jump(['before'], ['after']).complete('after').ended).toBe('completed');
  });

  test('where a case can end as well as wait, a jump is not to blame for what the diagram risks', async () => {
    const story = (await drawnBadly('which > e')).start();
    story.jump(['before'], ['which']);
    expect(story.tasks).toEqual(['left']);
  });

  test('a diagram too intricate to tell is no ground for a jump', async () => {
    const branches = Array.from({ length: 13 }, (_, index) => index);
    const lines = branches.map((n) => `xor x${n}\nxor a${n}\nxor b${n}\nfork > x${n} > a${n} > join\nx${n} > b${n} > join`);
    const story = await storyOn(`
      start s
      user before
      and fork
      <inclusiveGateway id="join" />
      user after
      end e
      s > before > fork
      ${lines.join('\n')}
      join > after > e`);
    story.start();
    expect(story.try({ kind: 'move', move: story.jumping(['before'], ['fork']) })).toMatchObject({ reason: 'undecided' });
    expect(story.jump(['before'], ['after']).tasks).toEqual(['after']);
  });
});

describe('跳转 out of an event sub-process', () => {
  test('back into what it had cut off: that runs again, and can be cut off again', async () => {
    const story = (await storyOf('event-sub-process.bpmn')).start();
    story.message('called-off');
    expect(story.tasks).toEqual(['tidy']);
    story.move({ kind: 'jump', take: [story.visitOf('tidy')], put: [{ element: 'more' as never, scope: story.root }] });
    expect(story.tasks).toEqual(['more']);
    expect(story.now.scopes).toMatchObject([{ phase: 'running' }]);
    story.message('called-off');
    expect(story.tasks).toEqual(['tidy']);
  });

  test('what is put beside it is refused: the flow was cut off', async () => {
    const story = (await storyOf('event-sub-process.bpmn')).start();
    story.message('called-off');
    const tidy = story.visitOf('tidy');
    const scope = story.now.tokens.find(({ visit }) => visit === tidy)?.scope ?? story.root;
    const put = [
      { element: 'tidy' as never, scope },
      { element: 'more' as never, scope: story.root },
    ];
    expect(story.try({ kind: 'move', move: { kind: 'jump', take: [tidy], put } })).toMatchObject({ reason: 'branchCut' });
  });
});

describe('跳转 and an ad-hoc sub-process', () => {
  test('within it any step may be put in place of another; out of its last one closes it', async () => {
    const story = await storyOn(`
      start s
      <adHocSubProcess id="free"><userTask id="x" /><userTask id="y" /></adHocSubProcess>
      user after
      end e
      s > free > after > e`);
    story.start();
    const scope = story.now.scopes.find(({ kind }) => kind === 'adHoc')?.id ?? story.root;
    story.act({ kind: 'startAdHoc', scope, element: 'x' as never }).jump(['x'], ['y']);
    expect(story.tasks).toEqual(['y']);
    const put = [{ element: 'after' as never, scope: story.root }];
    story.move({ kind: 'jump', take: [story.visitOf('y')], put });
    expect(story.tasks).toEqual(['after']);
    expect(story.now.scopes).toHaveLength(1);
  });
});

test('to where the case would go round by itself for ever is refused', async () => {
  const story = await storyIn(
    drawn(
      '<startEvent id="s" /><userTask id="a" /><endEvent id="e" /><exclusiveGateway id="round" /><task id="on" />',
      's > a\na > e\nround > on\non > round',
    ),
  );
  story.start();
  expect(story.try({ kind: 'move', move: story.jumping(['a'], ['on']) })?.reason).toBe('noPlace');
});
