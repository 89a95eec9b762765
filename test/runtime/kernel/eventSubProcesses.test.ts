import { describe, expect, test } from '@jest/globals';
import { storyOn } from './drawing.ts';
import type { Story } from './harness.ts';

const rung = (story: Story): Story => story.act({ kind: 'signal', name: 'bell', payload: {} });

/** Two beside the flow: the letter stops the work, the bell does not. */
const ASIDES = `
  <subProcess id="stop" triggeredByEvent="true">
    start told {message}
    user tidy
    told > tidy
  </subProcess>
  <subProcess id="answer" triggeredByEvent="true">
    start rung (isInterrupting="false") {signal}
    user look
    rung > look
  </subProcess>`;

const INSIDE = `
  start go
  user work
  go > work
  ${ASIDES}`;

const CALLED = `<process id="q" isExecutable="true">
  <startEvent id="go" /><userTask id="work" /><sequenceFlow id="f" sourceRef="go" targetRef="work" />
  <subProcess id="stop" triggeredByEvent="true"><startEvent id="told"><messageEventDefinition messageRef="letter" /></startEvent>
    <userTask id="tidy" /><sequenceFlow id="f1" sourceRef="told" targetRef="tidy" /></subProcess>
  <subProcess id="answer" triggeredByEvent="true"><startEvent id="rung" isInterrupting="false"><signalEventDefinition signalRef="bell" /></startEvent>
    <userTask id="look" /><sequenceFlow id="f2" sourceRef="rung" targetRef="look" /></subProcess>
</process>`;

const MANY = '<multiInstanceLoopCharacteristics><loopCardinality>1</loopCardinality></multiInstanceLoopCharacteristics>';

const WHERE: readonly (readonly [string, string, string?])[] = [
  ['a process', INSIDE.replace('start go', 'start s').replace('go > work', 's > work\nuser after')],
  ['a sub-process', `start s\n<subProcess id="host">${INSIDE}\n</subProcess>\nuser after\ns > host > after`],
  ['a transaction', `start s\n<transaction id="host">${INSIDE}\n</transaction>\nuser after\ns > host > after`],
  ['an instance of a multi-instance', `start s\n<subProcess id="host">${MANY}${INSIDE}\n</subProcess>\nuser after\ns > host > after`],
  ['a called process', 'start s\n<callActivity id="host" calledElement="q" />\nuser after\ns > host > after', CALLED],
  [
    'an event sub-process',
    `start s\nuser other\ns > other\n<subProcess id="host" triggeredByEvent="true">
      start begins {conditional}
      user work
      begins > work
      ${ASIDES}
    </subProcess>`,
  ],
];

describe.each(WHERE)('in %s', (name, lines, more = '') => {
  const open = async (): Promise<Story> => (await storyOn(lines, more)).start({ ready: true });
  const after = name === 'a process' || name === 'an event sub-process' ? undefined : ['after'];
  const ends = (story: Story): unknown => (after ? story.tasks : story.ended);

  test('an interrupting one is what is still done there', async () => {
    const story = (await open()).message('told');
    expect(story.tasks).toEqual(['tidy']);
    story.complete('tidy');
    expect(ends(story)).toEqual(after ?? 'completed');
  });

  test('others run beside, several at once, and are waited for', async () => {
    const story = rung(rung(await open()));
    expect(story.tasks).toEqual(['look', 'look', 'work']);
    story.complete('work').complete('look');
    expect(story.tasks).toEqual(['look']);
    story.complete('look');
    expect(ends(story)).toEqual(after ?? 'completed');
  });

  test('once only those that run beside are left, no more of them begin', async () => {
    const story = rung(rung(await open()))
      .complete('work')
      .complete('look');
    expect(story.tasks).toEqual(['look']);
    expect(story.now.waits.filter(({ kind }) => kind !== 'task')).toEqual([]);
    expect(story.try({ kind: 'signal', name: 'bell', payload: {} })?.code).toBe('notWaiting');
    story.complete('look');
    expect(ends(story)).toEqual(after ?? 'completed');
  });

  test('given that the work is taken up again, others may begin again', async () => {
    const before = rung(await open());
    const key = before.key;
    const story = before.complete('work').withdraw('work');
    expect(story.key).toBe(key);
    expect(rung(story).tasks).toEqual(['look', 'look', 'work']);
  });

  test('an interrupting one ends those that run beside, and then nothing there begins any more', async () => {
    const story = rung(await open()).message('told');
    expect(story.tasks).toEqual(['tidy']);
    expect(story.try({ kind: 'signal', name: 'bell', payload: {} })?.code).toBe('notWaiting');
  });
});

test('a signal is heard by all event sub-processes that wait for it, in every scope', async () => {
  const story = (
    await storyOn(
      `start s\n<subProcess id="host">${INSIDE}\n</subProcess>\ns > host\n${ASIDES.replaceAll(/(stop|told|tidy|answer|rung|look)/g, 'o$1')}`,
    )
  ).start();
  expect(rung(story).tasks).toEqual(['look', 'olook', 'work']);
});

describe('a termination', () => {
  test('in an event sub-process ends that only', async () => {
    const story = rung(
      (
        await storyOn(`
          start s
          user work
          s > work
          <subProcess id="h" triggeredByEvent="true">
            start told (isInterrupting="false") {signal}
            user one
            user two
            end t {terminate}
            told > one > t
            told > two
          </subProcess>`)
      ).start(),
    ).complete('one');
    expect(story.tasks).toEqual(['work']);
    expect(story.ended).toBeUndefined();
  });

  test('in one instance of a multi-instance ends that one, and it counts as done', async () => {
    const story = (
      await storyOn(`
        start s
        <subProcess id="each"><multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>
          start go
          user one
          user two
          end t {terminate}
          go > one > t
          go > two
        </subProcess>
        user after
        s > each > after`)
    ).start();
    story.complete('one');
    expect(story.tasks).toEqual(['one', 'two']);
    story.complete('one');
    expect(story.tasks).toEqual(['after']);
  });

  test('in a called process ends the call, and the caller goes on', async () => {
    const story = (
      await storyOn(
        'start s\n<callActivity id="call" calledElement="q" />\nuser after\ns > call > after',
        `<process id="q" isExecutable="true"><startEvent id="go" /><userTask id="one" /><userTask id="two" />
          <endEvent id="t"><terminateEventDefinition /></endEvent>
          <sequenceFlow id="f" sourceRef="go" targetRef="one" /><sequenceFlow id="g" sourceRef="go" targetRef="two" />
          <sequenceFlow id="h" sourceRef="one" targetRef="t" /></process>`,
      )
    ).start();
    story.complete('one');
    expect(story.tasks).toEqual(['after']);
  });
});
