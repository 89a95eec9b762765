import { expect, test } from '@jest/globals';
import { storyOn } from './drawing.ts';
import type { Story } from './harness.ts';

const KEY = '<extensionElements><gc:correlation key="number" /></extensionElements>';

/** A letter may come at any time, about the number that the case has. */
const ASIDE = `
  start s
  user a
  user b
  s > a > b
  <subProcess id="aside" triggeredByEvent="true">
    <startEvent id="told" isInterrupting="false">${KEY}<messageEventDefinition messageRef="letter" /></startEvent>
    user look
    told > look
  </subProcess>`;

/** The keys under which the last step has said that it waits. */
const subscribed = (story: Story): readonly unknown[] =>
  story.effects.flatMap((effect) => (effect.kind === 'subscribed' ? [effect.key] : []));

test('given a number that the case begins with, what waits all the time waits under it', async () => {
  const story = (await storyOn(ASIDE)).start({ number: 7 });
  expect(story.wait('message', 'told').key).toBe(7);
  expect(subscribed(story)).toEqual([7]);
});

test('given a number that comes later, or is put right, the key is that of now', async () => {
  const story = (await storyOn(ASIDE)).start();
  expect(story.wait('message', 'told').key).toBeNull();
  story.complete('a', { number: 7 });
  expect(story.wait('message', 'told').key).toBe(7);
  expect(subscribed(story)).toEqual([7]);
  story.act({ kind: 'change', changes: [{ scope: story.root, path: ['number'], to: 8 }] });
  expect(story.wait('message', 'told').key).toBe(8);
  expect(story.message('told').tasks).toEqual(['b', 'look']);
});

test('given data that have nothing to do with it, nothing is said again', async () => {
  const story = (await storyOn(ASIDE)).start({ number: 7 });
  story.complete('a', { other: 1 });
  expect(subscribed(story)).toEqual([]);
});

test('given a number that is written in the very step that begins to wait, it is said once', async () => {
  const story = (
    await storyOn(`
    start s
    and both
    <receiveTask id="r" messageRef="letter">${KEY}</receiveTask>
    <serviceTask id="set"><extensionElements><gc:set from="7" to="number" /></extensionElements></serviceTask>
    user after
    s > both > r
    both > set > after`)
  ).start();
  expect(story.wait('message', 'r').key).toBe(7);
  expect(subscribed(story)).toEqual([7]);
});

test('given several that wait, each goes by the data that it sees', async () => {
  const many =
    '<multiInstanceLoopCharacteristics><extensionElements><gc:items over="numbers" as="number" /></extensionElements></multiInstanceLoopCharacteristics>';
  const story = (
    await storyOn(`
    start s
    and both
    <receiveTask id="r" messageRef="letter">${KEY}${many}</receiveTask>
    user b
    s > both > r
    both > b`)
  ).start({ numbers: [1, 2] });
  const keys = (): readonly unknown[] => story.now.waits.flatMap((wait) => (wait.kind === 'message' ? [wait.key] : []));
  expect(keys()).toEqual([1, 2]);
  story.complete('b', { number: 9 });
  expect(keys()).toEqual([1, 2]);
});
