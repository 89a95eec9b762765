import { describe, expect, test } from '@jest/globals';
import { draw } from './blocks.ts';
import { plansOf, Story, storyOf } from './harness.ts';

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
