import { describe, expect, test } from '@jest/globals';
import { drawn } from './drawn.ts';
import { type Story, storyIn } from './harness.ts';

/** Three reviews beside each other come to a complex gateway with one way on. */
const reviews = (activation: string, flows = 'enough > decide', more = ''): string =>
  drawn(
    `<startEvent id="start" /><userTask id="a" /><userTask id="b" /><userTask id="c" />
     <complexGateway id="enough" ${more}>${activation ? `<activationCondition xsi:type="tFormalExpression">${activation}</activationCondition>` : ''}</complexGateway>
     <userTask id="decide" /><userTask id="late" /><endEvent id="end" />`,
    `start > a
     start > b
     start > c
     a > enough
     b > enough
     c > enough
     ${flows}
     late > end
     decide > end`,
  );

const begun = async (xml: string, data = {}): Promise<Story> => (await storyIn(xml)).start(data);
const LATE = 'enough > decide : waitingForStart\nenough > late : not(waitingForStart)';

describe('a complex gateway waits for its start', () => {
  test('until its condition holds over the tokens that have come', async () => {
    const story = await begun(reviews('activationCount >= 2'));
    expect(story.complete('b').tasks).toEqual(['a', 'c']);
    expect(story.complete('a').tasks).toEqual(['c', 'decide']);
    expect(story.now.resetting).toMatchObject([{ gateway: 'enough', taken: ['a-enough', 'b-enough'] }]);
  });

  test('without a condition, for the first token only', async () => {
    expect((await begun(reviews(''))).complete('b').tasks).toEqual(['a', 'c', 'decide']);
  });

  test('and is asked again when data change', async () => {
    const story = await begun(reviews('activationCount >= needed'), { needed: 3 });
    story.complete('a').complete('b');
    expect(story.tasks).toEqual(['c']);
    story.act({ kind: 'change', changes: [{ scope: story.root, path: ['needed'], to: 2 }] });
    expect(story.tasks).toEqual(['c', 'decide']);
  });

  test('a condition that cannot be told is an incident until it can', async () => {
    const story = await begun(reviews('activationCount >= needed'));
    story.complete('a');
    expect(story.incidents).toEqual(['conditionUndecided enough']);
    story.complete('b');
    expect(story.incidents).toEqual(['conditionUndecided enough']);
    story.act({ kind: 'retry', incident: story.now.incidents[0]?.id ?? ('' as never) });
    expect(story.incidents).toEqual(['conditionUndecided enough']);
    story.act({ kind: 'change', changes: [{ scope: story.root, path: ['needed'], to: 2 }] });
    expect(story.incidents).toEqual([]);
    expect(story.tasks).toEqual(['c', 'decide']);
  });

  test('a condition that never holds is told once nothing more can come', async () => {
    const story = await begun(reviews('activationCount >= 4'));
    story.complete('a').complete('b').complete('c');
    expect(story.incidents).toEqual(['noWayOn enough']);
    expect(story.ended).toBeUndefined();
  });

  test('its incident goes with what waited there', async () => {
    const story = (await begun(reviews('activationCount >= needed'))).complete('a');
    story.act({ kind: 'cancel', reason: '' });
    expect(story.now.incidents).toEqual([]);
    expect(story.now.resetting).toEqual([]);
  });
});

describe('a complex gateway that has started waits to be reset', () => {
  test('for the tokens that may still come; those that came late go by the conditions of that phase', async () => {
    const story = await begun(reviews('activationCount >= 1', LATE));
    story.complete('a');
    expect(story.tasks).toEqual(['b', 'c', 'decide']);
    story.complete('b');
    expect(story.tasks).toEqual(['c', 'decide']);
    expect(story.now.arrivals).toHaveLength(1);
    story.complete('c');
    expect(story.tasks).toEqual(['decide', 'late']);
    expect(story.now.resetting).toEqual([]);
    expect(story.complete('decide').complete('late').ended).toBe('completed');
  });

  test('a flow without a condition takes nothing for what came late', async () => {
    const story = await begun(reviews('activationCount >= 1'));
    story.complete('a').complete('b').complete('c');
    expect(story.tasks).toEqual(['decide']);
    expect(story.complete('decide').ended).toBe('completed');
  });

  test('the default flow does, where no condition holds', async () => {
    const story = await begun(reviews('activationCount >= 1', 'enough > decide : waitingForStart\nenough > late', 'default="enough-late"'));
    expect(story.complete('a').complete('b').complete('c').tasks).toEqual(['decide', 'late']);
  });

  test('it is reset when what could still come is gone', async () => {
    const xml = drawn(
      `<startEvent id="start" /><userTask id="a" /><userTask id="b" /><complexGateway id="first" /><userTask id="next" /><endEvent id="end" />
       <boundaryEvent id="cut" attachedToRef="b"><messageEventDefinition /></boundaryEvent><endEvent id="off" />`,
      `start > a
       start > b
       a > first
       b > first
       first > next
       next > end
       cut > off`,
    );
    const story = (await begun(xml)).complete('a');
    expect(story.now.resetting).toHaveLength(1);
    story.message('cut');
    expect(story.now.resetting).toEqual([]);
    expect(story.complete('next').ended).toBe('completed');
  });

  test('a second round starts after the reset, with the tokens of the next round', async () => {
    const xml = drawn(
      `<startEvent id="start" /><exclusiveGateway id="again" /><userTask id="a" /><userTask id="b" /><complexGateway id="first" />
       <userTask id="judge" /><exclusiveGateway id="choose" default="choose-end" /><endEvent id="end" /><parallelGateway id="fork" />`,
      `start > again
       again > fork
       fork > a
       fork > b
       a > first
       b > first
       first > judge
       judge > choose
       choose > again : more = true
       choose > end`,
    );
    const story = (await begun(xml)).complete('a').complete('b');
    expect(story.tasks).toEqual(['judge']);
    story.complete('judge', { more: true });
    expect(story.tasks).toEqual(['a', 'b']);
    expect(story.complete('b').tasks).toEqual(['a', 'judge']);
    story.complete('judge', { more: false });
    expect(story.ended).toBeUndefined();
    expect(story.complete('a').ended).toBe('completed');
  });

  test('with no way on at its start it stands still, with none for what came late it does not', async () => {
    const story = await begun(reviews('activationCount >= 1', 'enough > decide : go = true'));
    story.complete('a');
    expect(story.incidents).toEqual(['noWayOn enough']);
    story.act({ kind: 'change', changes: [{ scope: story.root, path: ['go'], to: true }] });
    story.act({ kind: 'retry', incident: story.now.incidents[0]?.id ?? ('' as never) });
    expect(story.tasks).toEqual(['b', 'c', 'decide']);
    story.complete('b').complete('c', { go: false });
    expect(story.incidents).toEqual([]);
  });

  test('the two phases tell markings apart', async () => {
    const left = (await begun(reviews('activationCount >= 1'))).complete('a');
    const right = (await begun(reviews('activationCount >= 1'))).complete('b').complete('a');
    expect(left.complete('b').key).not.toBe(right.key);
  });
});

describe('moves through a complex gateway', () => {
  test('back to before its start, it waits for its start again, with the tokens of the others', async () => {
    const story = await begun(reviews('activationCount >= 2'));
    story.complete('a').complete('b').returnTo('decide', 'a');
    expect(story.tasks).toEqual(['a', 'c']);
    expect(story.now.resetting).toEqual([]);
    expect(story.now.arrivals).toMatchObject([{ flow: 'b-enough' }]);
    expect(story.complete('c').tasks).toEqual(['a', 'decide']);
  });

  test('back to a branch that came late, it waits to be reset again', async () => {
    const story = await begun(reviews('activationCount >= 2', LATE));
    story.complete('a').complete('b').complete('c');
    expect(story.tasks).toEqual(['decide', 'late']);
    story.returnTo('late', 'c');
    expect(story.tasks).toEqual(['c', 'decide']);
    expect(story.now.resetting).toMatchObject([{ taken: ['a-enough', 'b-enough'] }]);
    expect(story.complete('c').tasks).toEqual(['decide', 'late']);
  });
});

test('given two branches that a complex gateway needs both, then a jump out of one of them alone is refused, and out of both is not', async () => {
  const story = await storyIn(
    drawn(
      `<startEvent id="s" /><parallelGateway id="fork" /><userTask id="a" /><userTask id="b" />
      <complexGateway id="both"><activationCondition>activationCount >= 2</activationCondition></complexGateway><userTask id="after" /><endEvent id="e" />`,
      's > fork\nfork > a\nfork > b\na > both\nb > both\nboth > after\nafter > e',
    ),
  );
  story.start();
  expect(story.try({ kind: 'move', move: story.jumping(['a'], ['e']) })?.reason).toBe('joinWaits');
  expect(story.try({ kind: 'move', move: story.jumping(['a', 'b'], ['after']) })).toBeUndefined();
  expect(story.tasks).toEqual(['after']);
});

test('given a complex gateway that has started and waits for the last of three, then a jump to a branch that it has taken already is refused', async () => {
  const story = await storyIn(
    drawn(
      `<startEvent id="s" /><parallelGateway id="fork" /><userTask id="a" /><userTask id="b" /><userTask id="c" /><userTask id="c2" />
      <complexGateway id="two" default="two-none"><activationCondition>activationCount >= 2</activationCondition></complexGateway>
      <userTask id="after" /><endEvent id="e" /><endEvent id="none" />`,
      's > fork\nfork > a\nfork > b\nfork > c\na > two\nb > two\nc > c2\nc2 > two\ntwo > after : waitingForStart\ntwo > none\nafter > e',
    ),
  );
  story.start().complete('a').complete('b').complete('after');
  expect(story.tasks).toEqual(['c']);
  expect(story.try({ kind: 'move', move: story.jumping(['c'], ['a']) })?.reason).toBe('joinWaits');
  expect(story.fork().jump(['c'], ['e']).tasks).toEqual([]);
  story.jump(['c'], ['c2']).complete('c2');
  expect(story.ended).toBe('completed');
});
