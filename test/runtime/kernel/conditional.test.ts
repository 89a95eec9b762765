import { describe, expect, test } from '@jest/globals';
import { storyOn } from './drawing.ts';
import type { Story } from './harness.ts';
import type { Data } from '../../../packages/runtime/src/words/json.ts';

const write = (story: Story, values: Data): Story =>
  story.act({ kind: 'change', changes: Object.entries(values).map(([key, to]) => ({ scope: story.root, path: [key], to })) });

const AMOUNT = '<conditionalEventDefinition><condition>amount > 3</condition></conditionalEventDefinition>';

describe('a condition that a token waits for', () => {
  const LINES = `
    start s
    catch c ${AMOUNT}
    user after
    s > c > after`;

  test('lets it pass when the data make it true, in the step that changes them', async () => {
    const story = (await storyOn(LINES)).start({ amount: 1 });
    expect(story.open).toEqual(['condition c']);
    expect(write(story, { amount: 2 }).open).toEqual(['condition c']);
    expect(write(story, { amount: 4 }).open).toEqual(['task after']);
  });

  test('and that holds already is passed at once', async () => {
    expect((await storyOn(LINES)).start({ amount: 4 }).open).toEqual(['task after']);
  });

  test('and that is neither true nor false because its data are not there yet does not hold, and is no incident', async () => {
    const story = (await storyOn(LINES)).start();
    expect(story.incidents).toEqual([]);
    expect(story.open).toEqual(['condition c']);
    expect(write(story, { amount: 4 }).open).toEqual(['task after']);
  });

  test('and that gives no answer at all is one incident, until it can be told', async () => {
    const story = (await storyOn(LINES.replace('amount > 3', 'amount + 3'))).start({ amount: 1 });
    expect(story.incidents).toEqual(['conditionUndecided c']);
    expect(write(story, { amount: 2 }).incidents).toEqual(['conditionUndecided c']);
    story.act({ kind: 'retry', incident: story.now.incidents[0]?.id ?? ('' as never) });
    expect(story.incidents).toEqual(['conditionUndecided c']);
    expect(story.open).toEqual(['condition c']);
    write(story, { amount: null });
    expect(story.incidents).toEqual([]);
  });
});

describe('a condition at a border', () => {
  const LINES = (border: string) => `
    start s
    user work
    ${border} work c {conditional}
    user caught
    user after
    s > work > after
    c > caught`;

  test('ends the work when it becomes true', async () => {
    const story = (await storyOn(LINES('on'))).start({ ready: false });
    expect(story.open).toEqual(['condition c', 'task work']);
    expect(write(story, { ready: true }).open).toEqual(['task caught']);
  });

  test('that does not interrupt happens once, and again only after it was false', async () => {
    const story = (await storyOn(LINES('beside'))).start({ ready: true });
    expect(story.tasks).toEqual(['caught', 'work']);
    write(story, { ready: true, other: 1 });
    expect(story.tasks).toEqual(['caught', 'work']);
    write(story, { ready: false });
    expect(story.tasks).toEqual(['caught', 'work']);
    write(story, { ready: true });
    expect(story.tasks).toEqual(['caught', 'caught', 'work']);
  });

  test('is not asked before the work that makes it true has gone on', async () => {
    const story = (await storyOn(LINES('on'))).start().complete('work', { ready: true });
    expect(story.tasks).toEqual(['after']);
  });

  test('given an answer that is none, the work goes on beside the incident, which ends with it', async () => {
    const story = (await storyOn(LINES('on'))).start({ ready: 7 });
    expect(story.incidents).toEqual(['conditionUndecided c']);
    expect(story.tasks).toEqual(['work']);
    story.complete('work');
    expect(story.incidents).toEqual([]);
    expect(story.tasks).toEqual(['after']);
  });
});

describe('a condition that starts an event sub-process', () => {
  const LINES = (interrupting: boolean) => `
    start s
    <subProcess id="sub">
      start go
      user work
      go > work
      <subProcess id="handler" triggeredByEvent="true">
        start when (isInterrupting="${interrupting}") {conditional}
        user look
        when > look
      </subProcess>
    </subProcess>
    s > sub`;

  test('instead of the work', async () => {
    const story = (await storyOn(LINES(true))).start();
    expect(write(story, { ready: true }).open).toEqual(['task look']);
    story.complete('look');
    expect(story.ended).toBe('completed');
  });

  test('or beside it, each time it becomes true', async () => {
    const story = (await storyOn(LINES(false))).start();
    write(write(write(story, { ready: true }), { ready: false }), { ready: true });
    expect(story.tasks).toEqual(['look', 'look', 'work']);
    story.complete('look').complete('look').complete('work');
    expect(story.ended).toBe('completed');
  });

  test('given an answer that is none, its incident ends with the scope', async () => {
    const story = (await storyOn(LINES(false))).start({ ready: 'x' });
    expect(story.incidents).toEqual(['conditionUndecided when']);
    story.complete('work');
    expect(story.incidents).toEqual([]);
    expect(story.ended).toBe('completed');
  });
});

test('at an event-based gateway the first that becomes true clears the others', async () => {
  const story = (
    await storyOn(`
      start s
      first gate
      catch yes {conditional}
      catch big ${AMOUNT}
      catch late {timer}
      user one
      user two
      user three
      s > gate > yes > one
      gate > big > two
      gate > late > three`)
  ).start();
  expect(story.open).toEqual(['condition big', 'condition yes', 'timer late']);
  expect(write(story, { amount: 4 }).open).toEqual(['task two']);
});

test('of two conditions at one event either lets it happen', async () => {
  const lines = `
    start s
    catch c {conditional}${AMOUNT}
    user after
    s > c > after`;
  expect(write((await storyOn(lines)).start({ amount: 1 }), { amount: 4 }).open).toEqual(['task after']);
  expect(write((await storyOn(lines)).start({ amount: 1 }), { ready: true }).open).toEqual(['task after']);
});

test('a condition sees the values of its own item', async () => {
  const story = (
    await storyOn(`
      start s
      <subProcess id="each"><multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality>
        <inputDataItem id="n" name="n" /></multiInstanceLoopCharacteristics>
        start go
        catch c <conditionalEventDefinition><condition>n = limit</condition></conditionalEventDefinition>
        user after
        go > c > after
      </subProcess>
      s > each`)
  ).start({ limit: 2 });
  expect(story.open).toEqual(['condition c', 'task after']);
});

test('a case may begin with a condition', async () => {
  const story = (
    await storyOn(`
      start s {conditional}
      user work
      s > work`)
  ).start({ ready: true }, 's');
  expect(story.open).toEqual(['task work']);
});

test('two that make each other true use up the budget of a step, and are an incident', async () => {
  const set = (from: string) => `<extensionElements><gc:set from="${from}" to="ready" /></extensionElements>`;
  const story = (
    await storyOn(`
      start s
      user work
      beside work c {conditional}
      <serviceTask id="off">${set('false')}</serviceTask>
      <serviceTask id="on">${set('true')}</serviceTask>
      end e
      s > work
      c > off > e
      beside work d <conditionalEventDefinition><condition>not(ready)</condition></conditionalEventDefinition>
      d > on > e`)
  ).start({ ready: true });
  expect(story.incidents).toEqual(['stepBudget s']);
});

test('of two conditions at one event, that the one can be told does not hide that the other cannot', async () => {
  const story = (
    await storyOn(`
    start s
    user a
    on a edge <conditionalEventDefinition><condition>amount + 3</condition></conditionalEventDefinition>${AMOUNT}
    user after
    s > a
    edge > after`)
  ).start({ amount: 1 });
  expect(story.incidents).toEqual(['conditionUndecided edge']);
  expect(write(story, { amount: 2 }).incidents).toEqual(['conditionUndecided edge']);
  expect(write(story, { amount: 4 })).toMatchObject({ tasks: ['after'], incidents: [] });
});

test('of two that become true together both happen, whatever comes of the first', async () => {
  const story = (
    await storyOn(`
      start s
      user work
      beside work c {conditional}
      <serviceTask id="off"><extensionElements><gc:set from="false" to="ready" /></extensionElements></serviceTask>
      end e
      beside work d {conditional}
      user seen
      s > work
      c > off > e
      d > seen`)
  ).start({ ready: true });
  expect(story.tasks).toEqual(['seen', 'work']);
});
