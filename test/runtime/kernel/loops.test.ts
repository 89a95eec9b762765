import { describe, expect, test } from '@jest/globals';
import { unsupported } from '../../../packages/runtime/src/kernel/unsupported.ts';
import { drawn } from './drawn.ts';
import { plansOf, processesIn, type Story, storyIn } from './harness.ts';

const loop = (condition: string, more = ''): string =>
  `<standardLoopCharacteristics ${more}>${condition ? `<loopCondition xsi:type="tFormalExpression">${condition}</loopCondition>` : ''}</standardLoopCharacteristics>`;

/** A looped task between a start and a task after it; a message at its border ends it. */
const around = (task: string, more = ''): string =>
  drawn(
    `<startEvent id="start" />${task}<userTask id="after" /><endEvent id="end" />
     <boundaryEvent id="stop" attachedToRef="again"><messageEventDefinition /></boundaryEvent>${more}`,
    `start > again
     again > after
     stop > after
     after > end`,
  );

const checking = (condition: string, more = ''): string => around(`<userTask id="again">${loop(condition, more)}</userTask>`);

describe('a loop', () => {
  test('asks after each round, so that there is always one; the border is armed once', async () => {
    const story = (await storyIn(checking('more = true'))).start({ more: false });
    expect(story.open).toEqual(['message stop', 'task again']);
    story.complete('again', { more: true });
    expect(story.open).toEqual(['message stop', 'task again']);
    story.complete('again', { more: false });
    expect(story.open).toEqual(['task after']);
  });

  test('that asks before the first round may have none', async () => {
    const xml = checking('more = true', 'testBefore="true"');
    expect((await storyIn(xml)).start({ more: false }).tasks).toEqual(['after']);
    const story = (await storyIn(xml)).start({ more: true });
    expect(story.complete('again').complete('again', { more: false }).tasks).toEqual(['after']);
  });

  test.each([
    ['loopCounter &lt; 3', '', 3],
    ['loopCounter &lt; 3', 'testBefore="true"', 3],
    ['true', 'loopMaximum="2"', 2],
    ['', 'loopMaximum="2"', 2],
    ['true', 'loopMaximum="0"', 0],
    ['loopCounter &lt; 5', 'loopMaximum="0" testBefore="true"', 0],
  ])('while %s, with %s, is done %d times', async (condition, more, times) => {
    const story = (await storyIn(checking(condition, more))).start();
    let rounds = 0;
    for (; story.tasks.includes('again'); rounds += 1) story.complete('again');
    expect(rounds).toBe(times);
    expect(story.tasks).toEqual(['after']);
  });

  test('that is stopped at its border leaves nothing of it open', async () => {
    const story = (await storyIn(checking('true'))).start().complete('again').message('stop');
    expect(story.open).toEqual(['task after']);
    expect(story.now.scopes).toHaveLength(1);
  });

  test('given a condition that is neither true nor false stands still, and is asked anew when tried again', async () => {
    const story = (await storyIn(checking('left > 3'))).start().complete('again');
    expect(story.incidents).toEqual(['conditionUndecided again']);
    expect(story.open).toEqual(['message stop']);
    story.act({ kind: 'change', changes: [{ scope: story.root, path: ['left'], to: 4 }] });
    story.act({ kind: 'retry', incident: story.now.incidents[0]?.id ?? ('' as never) });
    expect(story.incidents).toEqual([]);
    story.complete('again', { left: 1 });
    expect(story.tasks).toEqual(['after']);
  });

  test('that asks first and cannot be told is not done at all until it can', async () => {
    const story = (await storyIn(checking('left > 3', 'testBefore="true"'))).start();
    expect(story.incidents).toEqual(['conditionUndecided again']);
    story.act({ kind: 'change', changes: [{ scope: story.root, path: ['left'], to: 1 }] });
    story.act({ kind: 'retry', incident: story.now.incidents[0]?.id ?? ('' as never) });
    expect(story.tasks).toEqual(['after']);
  });

  test('that never waits and never ends meets the step budget; the case stands where it was', async () => {
    const story = (await storyIn(around(`<task id="again">${loop('true')}</task>`))).start();
    expect(story.incidents).toEqual(['stepBudget start']);
  });

  test('of what the kernel does itself goes through in one step', async () => {
    const story = (
      await storyIn(
        around(
          `<serviceTask id="again"><extensionElements><gc:set to="rounds" from="rounds + loopCounter" /></extensionElements>${loop('loopCounter &lt; 4')}</serviceTask>`,
        ),
      )
    ).start({ rounds: 0 });
    expect(story.values.rounds).toBe(1 + 2 + 3 + 4);
  });

  test('of a sub-process runs it anew each time, with its inside to itself', async () => {
    const story = (
      await storyIn(
        around(
          `<subProcess id="again">${loop('loopCounter &lt; 2')}<startEvent id="in" /><userTask id="a" /><userTask id="b" /><endEvent id="out" />
           <flows>in > a; in > b; a > out; b > out</flows></subProcess>`,
        ),
      )
    ).start();
    expect(story.complete('a').tasks).toEqual(['b']);
    expect(story.complete('b').tasks).toEqual(['a', 'b']);
    expect(story.complete('b').complete('a').tasks).toEqual(['after']);
  });

  test('of a job asks for it anew each time; an error goes to the border of the whole', async () => {
    const xml = drawn(
      `<startEvent id="start" /><serviceTask id="again">${loop('true')}</serviceTask><endEvent id="end" />
       <boundaryEvent id="failed" attachedToRef="again"><errorEventDefinition /></boundaryEvent><userTask id="mend" />`,
      `start > again
       again > end
       failed > mend`,
    );
    const story = (await storyIn(xml)).start().answer('again').answer('again');
    const { visit } = story.wait('job', 'again');
    story.act({ kind: 'fault', visit: visit ?? ('' as never), code: 'broken', payload: null });
    expect(story.open).toEqual(['task mend']);
  });

  test('counts in the key of a marking, as the next round may be another', async () => {
    const story = (await storyIn(checking('loopCounter &lt; 3'))).start();
    const first = story.key;
    expect(story.complete('again').key).not.toBe(first);
  });
});

describe('rounds of a loop and moves', () => {
  const done = (story: Story): Story => story.complete('again').complete('again');

  test('a round is withdrawn while the next has not been touched, and counts as not done', async () => {
    const story = (await storyIn(checking('loopCounter &lt; 2'))).start();
    const before = story.key;
    expect(story.complete('again').withdraw('again').key).toBe(before);
    expect(done(story).tasks).toEqual(['after']);
  });

  test('a round is withdrawn although the loop could not be told whether to go on', async () => {
    const story = (await storyIn(checking('left > 1'))).start();
    const before = story.key;
    story.complete('again');
    expect(story.incidents).toHaveLength(1);
    expect(story.withdraw('again').key).toBe(before);
  });

  test('sends back to the round before, which is then done again, and no round too many', async () => {
    const story = (await storyIn(checking('loopCounter &lt; 3'))).start();
    done(story).returnTo('again', 'again');
    expect(story.tasks).toEqual(['again']);
    expect(done(story).tasks).toEqual(['after']);
  });

  test('sent back from behind it, a loop begins anew', async () => {
    const story = done((await storyIn(checking('loopCounter &lt; 2'))).start());
    story.returnTo('after', 'again');
    expect(done(story).tasks).toEqual(['after']);
  });
});

describe('a loop that no engine could run', () => {
  test.each([
    ['', '', 'loopUndefined'],
    ['true', 'loopMaximum="-1"', 'loopMaximum'],
  ])('with condition %j and %j is refused by name', async (condition, more, construct) => {
    const processes = await processesIn(checking(condition, more));
    expect(unsupported(plansOf(processes))).toMatchObject([{ element: 'again', construct }]);
  });
});
