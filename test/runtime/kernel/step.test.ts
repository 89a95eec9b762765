import { describe, expect, test } from '@jest/globals';
import { storyIn, storyOf } from './harness.ts';

describe('what a step refuses', () => {
  test('a task that is already done', async () => {
    const story = (await storyOf('moves.bpmn')).start();
    const visit = story.visitOf('draft');
    story.complete('draft');
    expect(story.try({ kind: 'complete', visit, changes: [] })).toMatchObject({ code: 'notWaiting', culprit: visit });
  });

  test('a change in a scope that is not there, or under a reserved name; nothing of it is kept', async () => {
    const story = (await storyOf('moves.bpmn')).start();
    const visit = story.visitOf('draft');
    const good = { scope: story.root, path: ['a'], to: 1 };
    expect(story.try({ kind: 'complete', visit, changes: [good, { ...good, scope: 's99' as never }] })).toMatchObject({
      code: 'invalidInput',
      culprit: 's99',
    });
    expect(story.try({ kind: 'complete', visit, changes: [{ ...good, path: ['a', '__proto__'] }] })).toMatchObject({
      culprit: '__proto__',
    });
    expect(story.values).toEqual({});
    expect(story.tasks).toEqual(['draft']);
  });

  test('a start where there is none, and a second start', async () => {
    const story = await storyOf('moves.bpmn');
    expect(story.try({ kind: 'start', at: 'draft' as never, payload: {} })?.code).toBe('unknownElement');
    expect(story.try({ kind: 'cancel', reason: '' })?.code).toBe('notWaiting');
    story.start();
    expect(story.try({ kind: 'start', at: 'start' as never, payload: {} })?.code).toBe('alreadyDone');
  });

  test('undoing what is not done, or what nothing undoes', async () => {
    const story = (await storyOf('moves.bpmn')).start();
    const visits = [story.visitOf('draft')];
    expect(story.try({ kind: 'move', move: { kind: 'compensate', visits } })).toMatchObject({ reason: 'notCompleted' });
    story.complete('draft');
    expect(story.try({ kind: 'move', move: { kind: 'compensate', visits } })).toMatchObject({ reason: 'notUndoable' });
    expect(story.try({ kind: 'move', move: { kind: 'compensate', visits: [] } })).toMatchObject({ code: 'invalidInput' });
  });
});

describe('changes', () => {
  test('are reported with the value that was, those of the kernel too', async () => {
    const story = (await storyOf('exclusive-gateway.bpmn')).start({ copies: 1, verdict: 'more' });
    story.complete('decide', { copies: 2 }, { outcome: 'pass' });
    expect(story.effects.filter((effect) => effect.kind === 'changed')).toEqual([
      {
        kind: 'changed',
        changes: [
          { scope: story.root, path: ['copies'], to: 2, was: 1 },
          { scope: story.root, path: ['verdict'], to: 'pass', was: 'more' },
        ],
      },
    ]);
  });
});

describe('a diagram that runs in circles by itself', () => {
  test('is stopped: the step is discarded, the case stands where it was, with an incident', async () => {
    const story = (await storyOf('runaway.bpmn')).start({ stop: false });
    const before = story.key;
    story.complete('ask', { noted: true });
    expect(story.key).toBe(before);
    expect(story.values.noted).toBeUndefined();
    expect(story.incidents).toEqual(['stepBudget runaway']);
    story.act({ kind: 'retry', incident: story.now.incidents[0]?.id ?? ('' as never) });
    expect(story.incidents).toEqual([]);
    story.complete('ask', { stop: true });
    expect(story.ended).toBe('completed');
  });
});

describe('a case that runs in circles from its start on', () => {
  test('has begun, with its data, and can be tried again when they are mended', async () => {
    const story = (await storyOf('runaway.bpmn', 'runaway-start')).start({ stop: false });
    expect(story.values).toEqual({ stop: false });
    expect(story.incidents).toEqual(['stepBudget begin']);
    story.act({ kind: 'change', changes: [{ scope: story.root, path: ['stop'], to: true }] });
    story.act({ kind: 'retry', incident: story.now.incidents[0]?.id ?? ('' as never) });
    expect(story.tasks).toEqual(['rest']);
  });
});

describe('what grows without an end is stopped before it is too large', () => {
  const within = (
    inner: string,
  ) => `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="urn:test"><process id="p" isExecutable="true"><startEvent id="s"/>${inner}<endEvent id="e"/>
<sequenceFlow id="f1" sourceRef="s" targetRef="one"/><sequenceFlow id="f2" sourceRef="one" targetRef="e"/></process></definitions>`;
  const many = '<multiInstanceLoopCharacteristics><loopCardinality>900</loopCardinality></multiInstanceLoopCharacteristics>';
  test.each([
    ['a process that calls itself', within('<callActivity id="one" calledElement="p"/>')],
    [
      'instances of instances',
      within(`<subProcess id="one">${many}<subProcess id="two">${many}<userTask id="t">${many}</userTask></subProcess></subProcess>`),
    ],
  ])('%s', async (_, xml) => {
    const story = (await storyIn(xml)).start();
    expect(story.incidents).toEqual(['stepBudget s']);
  });
});

describe('cancelling', () => {
  test('ends all that is open, with its reason the office’s to note', async () => {
    const story = (await storyOf('boundary-events.bpmn')).start().act({ kind: 'cancel', reason: 'by mistake' });
    expect(story.ended).toBe('cancelled');
    expect(story.open).toEqual([]);
    expect(story.try({ kind: 'cancel', reason: 'again' })?.code).toBe('notWaiting');
  });
});

describe('the marking', () => {
  test('does not grow with history: after a thousand rounds it is as large as after one', async () => {
    const story = (await storyOf('parallel-loop.bpmn')).start();
    const round = (): number => {
      story.complete('b').complete('a').complete('judge', { again: true });
      return JSON.stringify(story.now).replace(/\d+/g, 'n').length;
    };
    const once = round();
    for (let count = 1; count < 1000; count += 1) round();
    expect(round()).toBe(once);
  });

  test('of equal states has an equal key, whatever the numbers', async () => {
    const left = (await storyOf('parallel-loop.bpmn')).start();
    const right = (await storyOf('parallel-loop.bpmn')).start().complete('b').complete('a').complete('judge', { again: true });
    expect(left.key).toBe(right.key);
    expect(left.complete('a').key).not.toBe(right.complete('b').key);
  });
});
