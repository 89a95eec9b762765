import { describe, expect, test } from '@jest/globals';
import { step } from '../../../packages/runtime/src/kernel/step.ts';
import { AT, plansOf, processesOf, storyOf } from './harness.ts';

describe('multi-instance', () => {
  test('会签: each item gets its own values, which come back as one list in the order of the items', async () => {
    const story = (await storyOf('multi-instance.bpmn')).start({ departments: ['甲', '乙'] });
    expect(Object.values(story.data)).toContainEqual({ department: '乙' });
    story.complete('countersign', { opinion: 'no', $by: 'li-min' }, { index: 1, own: true });
    expect(story.values.opinions).toBeUndefined();
    story.complete('countersign', { opinion: 'yes' }, { index: 0, own: true });
    expect(story.tasks).toEqual(['sum-up']);
    expect(story.values.opinions).toEqual([
      { by: null, item: '甲', value: 'yes' },
      { by: 'li-min', item: '乙', value: 'no' },
    ]);
    expect(Object.keys(story.data)).toEqual([story.root]);
  });

  test('the list is frozen at entry', async () => {
    const story = (await storyOf('multi-instance.bpmn')).start({ departments: ['甲', '乙'] });
    story.act({ kind: 'change', changes: [{ scope: story.root, path: ['departments'], to: ['丙'] }] });
    story.complete('countersign', {}, { index: 0 }).complete('countersign', {}, { index: 1 });
    expect(story.tasks).toEqual(['sum-up']);
  });

  test.each([
    [[], 'listEmpty countersign'],
    [null, 'listInvalid countersign'],
    ['甲', 'listInvalid countersign'],
  ])('given %j as its list, stands still: %s', async (departments, incident) => {
    const story = (await storyOf('multi-instance.bpmn')).start({ departments });
    expect(story.incidents).toEqual([incident]);
    story.act({ kind: 'change', changes: [{ scope: story.root, path: ['departments'], to: ['丙'] }] });
    story.act({ kind: 'retry', incident: story.now.incidents[0]?.id ?? ('' as never) });
    expect(story.tasks).toEqual(['countersign']);
    expect(story.now.waits.filter((wait) => wait.kind === 'timer')).toHaveLength(1);
  });

  test('依次: one after the other, the next with its own item', async () => {
    const story = (await storyOf('multi-instance.bpmn', 'in-turn')).start({ departments: ['甲', '乙', '丙'] });
    for (const [index, department] of ['甲', '乙', '丙'].entries()) {
      expect(story.effects.find((effect) => effect.kind === 'taskOpened')).toMatchObject({ instance: { index, item: department } });
      story.complete('round', { opinion: department }, { own: true });
    }
    expect(story.tasks).toEqual(['sum-up2']);
    expect(story.values.opinions).toHaveLength(3);
  });

  test('票签: enough votes end it, the rest are cancelled', async () => {
    const story = (await storyOf('multi-instance.bpmn', 'vote')).start({ voters: ['a', 'b', 'c', 'd', 'e'] });
    story.complete('ballot', {}, { index: 4, outcome: 'yes' }).complete('ballot', {}, { index: 0, outcome: 'no' });
    story.complete('ballot', {}, { index: 1, outcome: 'yes' });
    expect(story.tasks).toEqual(['ballot', 'ballot']);
    story.complete('ballot', {}, { index: 2, outcome: 'yes' });
    expect(story.tasks).toEqual(['result']);
    expect(story.effects.filter((effect) => effect.kind === 'taskClosed' && effect.why === 'cancelled')).toHaveLength(1);
    expect(story.values.votes).toEqual(['a', 'b', 'c', 'e'].map((item) => ({ by: null, item, value: item === 'a' ? 'no' : 'yes' })));
  });

  test('given a completion condition that cannot be told, stands still; taken back, it is asked anew', async () => {
    const story = (await storyOf('multi-instance.bpmn', 'threshold')).start({ voters: ['a', 'b', 'c'] });
    const before = story.key;
    story.complete('ask-round');
    expect(story.incidents).toEqual(['conditionUndecided ask-round']);
    expect(story.tasks).toEqual([]);
    const first = story.trail.find((pass) => pass.element === 'ask-round')?.visit ?? ('' as never);
    story.move({ kind: 'withdraw', visit: first });
    expect(story.key).toBe(before);
    story.complete('ask-round').act({ kind: 'change', changes: [{ scope: story.root, path: ['needed'], to: 2 }] });
    story.act({ kind: 'retry', incident: story.now.incidents[0]?.id ?? ('' as never) });
    expect(story.incidents).toEqual([]);
    expect(story.tasks).toEqual(['ask-round']);
    story.complete('ask-round');
    expect(story.tasks).toEqual(['asked']);
  });

  test('a sub-process for each item runs in the data of its item', async () => {
    const story = (await storyOf('multi-instance.bpmn', 'each-part')).start({ parts: [1, 2] });
    story.complete('write', { note: 'first' }, { own: true }).complete('write', { note: 'second' }, { own: true });
    expect(story.tasks).toEqual(['all-done']);
    expect(story.values.notes).toMatchObject([
      { item: 1, value: 'first' },
      { item: 2, value: 'second' },
    ]);
  });
});

describe('a call', () => {
  test('runs the called process in data of its own; only what is declared crosses', async () => {
    const story = (await storyOf('call-activity.bpmn')).start({ title: '通知', secret: 'x' }).complete('ask');
    const called = Object.entries(story.data).find(([scope]) => scope !== story.root);
    expect(called?.[1]).toEqual({ subject: '通知' });
    story.complete('apply', { denied: false }, { own: true }).complete('press', { sealNumber: 7, other: 1 }, { own: true });
    expect(story.tasks).toEqual(['dispatch']);
    expect(story.values).toEqual({ title: '通知', secret: 'x', number: 7 });
    expect(Object.keys(story.data)).toEqual([story.root]);
  });

  test('pins the version that it called', async () => {
    const story = (await storyOf('call-activity.bpmn')).start().complete('ask');
    expect(story.now.scopes.map((scope) => scope.definition)).toEqual(['caller@1', 'sealing@1']);
  });

  test('of a process that is not there stands still', async () => {
    const [caller] = await processesOf('call-activity.bpmn');
    if (!caller) throw new Error('no process');
    const plans = plansOf([caller]);
    const begun = step({ plans, marking: null, data: {}, stimulus: { kind: 'start', at: 'start' as never, payload: {} }, at: AT });
    if (!begun.ok) throw new Error('refused');
    const visit = begun.marking.tokens[0]?.visit ?? ('' as never);
    const asked = step({ plans, marking: begun.marking, data: {}, stimulus: { kind: 'complete', visit, changes: [] }, at: AT });
    expect(asked.ok && asked.marking.incidents[0]).toMatchObject({ code: 'callUnknown', element: 'seal' });
  });
});

describe('jobs', () => {
  test('gc:set is done by the kernel, line after line; a job waits for its answer; a message is sent and not waited for', async () => {
    const story = (await storyOf('jobs.bpmn')).start({ replies: ['a', 'b'], title: '通知', number: 'N1' });
    expect(story.values).toMatchObject({ answered: 2, next: 3 });
    expect(story.effects.find((effect) => effect.kind === 'jobRequested')).toMatchObject({
      type: 'service',
      name: 'send-mail',
      input: { subject: '通知' },
    });
    story.answer('push', { sent: true }).answer('rate');
    expect(story.effects.find((effect) => effect.kind === 'messageSent')).toMatchObject({
      name: 'news',
      key: 'N1',
      payload: { title: '通知' },
    });
    expect(story.tasks).toEqual(['file']);
    story.complete('file');
    expect(story.ended).toBe('completed');
  });

  test('a job that failed stands still, and is asked for again under a new id', async () => {
    const story = (await storyOf('jobs.bpmn')).start({ replies: [], title: 't', number: 'N1' });
    const first = story.wait('job', 'push').id;
    story.act({ kind: 'jobFailed', job: first, code: 'offline' });
    expect(story.incidents).toEqual(['jobFailed push']);
    story.act({ kind: 'retry', incident: story.now.incidents[0]?.id ?? ('' as never) });
    expect(story.wait('job', 'push').id).not.toBe(first);
    expect(story.try({ kind: 'answer', job: first, changes: [] })?.code).toBe('notWaiting');
  });

  test('gc:set that cannot be worked out changes nothing', async () => {
    const story = (await storyOf('jobs.bpmn')).start({ replies: ['a'], title: 't' });
    expect(story.incidents).toEqual([]);
    const odd = (await storyOf('jobs.bpmn')).start({ replies: Array.from({ length: 1001 }, () => 1) });
    expect(odd.incidents).toEqual(['mappingFailed count']);
    expect(odd.values.answered).toBeUndefined();
  });
});
