import { describe, expect, test } from '@jest/globals';
import { storyOf } from './harness.ts';

describe('an exclusive gateway', () => {
  test('takes the first way whose condition holds, in the order of the file', async () => {
    const story = (await storyOf('exclusive-gateway.bpmn')).start({ copies: 20 }).complete('decide', {}, { outcome: 'pass' });
    expect(story.tasks).toEqual(['issue']);
    expect(story.values.verdict).toBe('pass');
  });

  test('takes the default way where no condition holds', async () => {
    const story = (await storyOf('exclusive-gateway.bpmn')).start({ copies: 2 }).complete('decide', {}, { outcome: 'refuse' });
    expect(story.tasks).toEqual(['ask']);
  });

  test('given a condition on a missing value, stands still even beside a default way, until the value is there', async () => {
    const story = (await storyOf('exclusive-gateway.bpmn')).start().complete('decide', {}, { outcome: 'refuse' });
    expect(story.incidents).toEqual(['conditionUndecided which']);
    expect(story.open).toEqual([]);
    const [incident] = story.now.incidents;
    story.act({ kind: 'change', changes: [{ scope: story.root, path: ['copies'], to: 12 }] });
    story.act({ kind: 'retry', incident: incident?.id ?? ('' as never) });
    expect(story.tasks).toEqual(['file']);
    expect(story.incidents).toEqual([]);
  });

  test('given an undecided way, the one who completed may still withdraw', async () => {
    const story = (await storyOf('exclusive-gateway.bpmn')).start();
    const before = story.key;
    story.complete('decide', {}, { outcome: 'refuse' }).withdraw('decide');
    expect(story.key).toBe(before);
    expect(story.incidents).toEqual([]);
    expect(story.values.verdict).toBeUndefined();
  });
});

describe('flows out of a task', () => {
  test.each([
    [{ copies: 3, sealed: true }, ['copy', 'stamp']],
    [{ copies: 0, sealed: true }, ['stamp']],
    [{ copies: 0, sealed: false }, ['shelve']],
  ])('given %j, go to %j', async (values, tasks) => {
    const story = (await storyOf('conditional-flows.bpmn')).start().complete('register', values);
    expect(story.tasks).toEqual(tasks);
  });

  test('given a condition that cannot be told, the done task stands still and finds its way when tried again', async () => {
    const story = (await storyOf('conditional-flows.bpmn')).start().complete('register', { sealed: false });
    expect(story.incidents).toEqual(['conditionUndecided register']);
    story.act({ kind: 'change', changes: [{ scope: story.root, path: ['copies'], to: 1 }] });
    story.act({ kind: 'retry', incident: story.now.incidents[0]?.id ?? ('' as never) });
    expect(story.tasks).toEqual(['copy']);
  });
});

describe('a parallel join', () => {
  test('in a loop fires once each round', async () => {
    const story = (await storyOf('parallel-loop.bpmn')).start();
    for (const round of [1, 2, 3]) {
      story.complete('b');
      expect(story.tasks).toEqual(['a']);
      story.complete('a').complete('judge', { again: round < 3 });
    }
    expect(story.ended).toBe('completed');
    expect(story.trail.filter((pass) => pass.closed === 'joined')).toHaveLength(3);
  });

  test('given two tokens on one flow, waits for the other flow and then keeps the second token', async () => {
    const story = (await storyOf('two-tokens.bpmn')).start().complete('a').complete('b');
    expect(story.tasks).toEqual(['c']);
    expect(story.now.arrivals.map((arrival) => arrival.flow)).toEqual(['merge-join', 'merge-join']);
    story.complete('c');
    expect(story.tasks).toEqual(['after']);
    const first = story.trail.find((pass) => pass.element === 'merge');
    expect(story.trail.find((pass) => pass.closed === 'joined')?.consumed?.[0]?.from).toBe(first?.visit);
    expect(story.now.arrivals).toHaveLength(1);
  });

  test('given a token that will never be met, is an incident and not silence', async () => {
    const story = (await storyOf('two-tokens.bpmn')).start().complete('a').complete('b').complete('c').complete('after');
    expect(story.ended).toBeUndefined();
    expect(story.incidents).toEqual(['noWayOn join']);
  });

  test('names in the trail the arrivals that it consumed', async () => {
    const story = (await storyOf('parallel-loop.bpmn')).start().complete('b').complete('a');
    const joined = story.trail.find((pass) => pass.closed === 'joined');
    expect(joined?.consumed?.map((arrival) => arrival.flow)).toEqual(['a-join', 'b-join']);
    expect(joined?.from).toEqual([story.done('a'), story.done('b')]);
  });
});

describe('an inclusive join', () => {
  test('waits for a branch that goes round a loop again', async () => {
    const story = (await storyOf('inclusive-loop.bpmn')).start({ check: true }).complete('check');
    expect(story.tasks).toEqual(['draft']);
    story.complete('draft', { again: true });
    expect(story.tasks).toEqual(['draft']);
    story.complete('draft', { again: false });
    expect(story.tasks).toEqual(['sign']);
  });

  test('does not wait for a branch that was never taken', async () => {
    const story = (await storyOf('inclusive-loop.bpmn')).start({ check: false }).complete('draft', { again: false });
    expect(story.tasks).toEqual(['sign']);
  });

  test('given a branch that goes around it, fires when that branch has gone', async () => {
    const story = (await storyOf('inclusive-around.bpmn')).start().complete('a');
    expect(story.tasks).toEqual(['b']);
    story.complete('b', { out: true });
    expect(story.tasks).toEqual(['after', 'aside']);
  });

  test('given both branches, takes both tokens and sends on one', async () => {
    const story = (await storyOf('inclusive-around.bpmn')).start().complete('b', { out: false });
    expect(story.tasks).toEqual(['a']);
    story.complete('a').complete('after');
    expect(story.ended).toBe('completed');
  });
});

describe('an event-based gateway', () => {
  test('given a message first, takes what it carries and clears the timer and the other message', async () => {
    const story = (await storyOf('event-based-gateway.bpmn')).start();
    expect(story.open).toEqual(['message reply', 'message withdrawal', 'timer late']);
    story.message('reply', { text: 'agreed' });
    expect(story.tasks).toEqual(['read']);
    expect(story.open).toEqual(['task read']);
    expect(story.values.answer).toBe('agreed');
    expect(story.effects.flatMap((effect) => (effect.kind === 'waitCleared' ? [effect.of] : []))).toEqual(['timer', 'message']);
  });

  test('given the timer first, goes the late way', async () => {
    const story = (await storyOf('event-based-gateway.bpmn')).start().due('late');
    expect(story.open).toEqual(['task urge']);
  });

  test('given a receive task behind it, the message goes straight through it', async () => {
    const story = (await storyOf('event-based-gateway.bpmn')).start().message('withdrawal');
    expect(story.open).toEqual(['task close']);
    expect(story.passed).toEqual(['wait', 'withdrawal']);
  });

  test('a second message to a wait that is over is refused', async () => {
    const story = (await storyOf('event-based-gateway.bpmn')).start();
    const { id } = story.wait('message', 'reply');
    story.message('reply', { text: 'agreed' });
    expect(story.try({ kind: 'message', wait: id, id: 'm2', payload: {} })?.code).toBe('notWaiting');
  });
});
