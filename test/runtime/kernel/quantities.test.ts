import { describe, expect, test } from '@jest/globals';
import { unsupported } from '../../../packages/runtime/src/kernel/unsupported.ts';
import { drawn } from './drawn.ts';
import { plansOf, processesIn, type Story, storyIn } from './harness.ts';

/** Three drafts beside each other; two of them are needed before they are put together. */
const drafting = (quantity: number): string =>
  drawn(
    `<startEvent id="start" /><userTask id="a" /><userTask id="b" /><userTask id="c" />
     <userTask id="together" startQuantity="${quantity}" /><endEvent id="end" />
     <boundaryEvent id="late" attachedToRef="together"><messageEventDefinition /></boundaryEvent>`,
    `start > a
     start > b
     start > c
     a > together
     b > together
     c > together
     together > end
     late > end`,
  );

const begun = async (xml: string): Promise<Story> => (await storyIn(xml)).start();

describe('start quantity', () => {
  test('an activity begins when so many tokens have come, over whichever flows', async () => {
    const story = await begun(drafting(3));
    story.complete('b').complete('a');
    expect(story.tasks).toEqual(['c']);
    story.complete('c');
    expect(story.open).toEqual(['message late', 'task together']);
    expect(story.complete('together').ended).toBe('completed');
  });

  test('what is left over waits on, and is told once nothing more can come', async () => {
    const story = await begun(drafting(2));
    story.complete('c').complete('b');
    expect(story.tasks).toEqual(['a', 'together']);
    story.complete('a');
    expect(story.now.arrivals).toMatchObject([{ join: 'together', flow: 'a-together' }]);
    expect(story.incidents).toEqual([]);
    story.complete('together');
    expect(story.ended).toBeUndefined();
    expect(story.incidents).toEqual(['noWayOn together']);
  });

  test('two tokens over one flow count as two', async () => {
    const xml = drawn(
      `<startEvent id="start" /><userTask id="a" completionQuantity="2" /><userTask id="both" startQuantity="2" /><endEvent id="end" />`,
      `start > a
       a > both
       both > end`,
    );
    const story = (await begun(xml)).complete('a');
    expect(story.tasks).toEqual(['both']);
    expect(story.complete('both').ended).toBe('completed');
  });

  test('taken back, it gives its other tokens back', async () => {
    const story = await begun(drafting(3));
    story.complete('a').complete('b').complete('c');
    story.returnTo('together', 'b');
    expect(story.tasks).toEqual(['b']);
    expect(story.now.arrivals.map(({ flow }) => flow as string).sort()).toEqual(['a-together', 'c-together']);
    expect(story.complete('b').tasks).toEqual(['together']);
  });

  test('where its tokens came together is no place to send back to', async () => {
    const story = await begun(drafting(3));
    story.complete('a').complete('b').complete('c');
    expect(story.choices('together')).toEqual({ a: 'legal', b: 'legal', c: 'legal' });
    const joined = story.trail.find(({ closed }) => closed === 'joined');
    const move = {
      kind: 'return',
      from: story.visitOf('together'),
      to: joined?.visit ?? ('' as never),
      siblings: 'keep',
      then: 'flow',
    } as const;
    expect(story.try({ kind: 'move', move })?.code).toBe('illegalMove');
  });

  test('waiting tokens tell markings apart', async () => {
    const story = await begun(drafting(3));
    const before = story.complete('a').key;
    expect(story.complete('b').key).not.toBe(before);
  });
});

describe('completion quantity', () => {
  const copying = drawn(
    `<startEvent id="start" /><userTask id="copy" completionQuantity="3" /><userTask id="file" /><userTask id="log" /><endEvent id="end" />`,
    `start > copy
     copy > file : filed = true
     copy > log
     file > end
     log > end`,
  );

  test('so many tokens go out over every flow that is taken', async () => {
    expect((await storyIn(copying)).start({ filed: true }).complete('copy').tasks).toEqual(['file', 'file', 'file', 'log', 'log', 'log']);
    expect((await storyIn(copying)).start({ filed: false }).complete('copy').tasks).toEqual(['log', 'log', 'log']);
  });

  test('the case ends with the last of them', async () => {
    const story = (await storyIn(copying)).start({ filed: false }).complete('copy').complete('log').complete('log');
    expect(story.ended).toBeUndefined();
    expect(story.complete('log').ended).toBe('completed');
  });
});

test.each([['startQuantity="0"'], ['completionQuantity="0"'], ['completionQuantity="-2"'], ['completionQuantity="1000000000"']])(
  '%s is refused by name',
  async (quantity) => {
    const xml = drawn(`<startEvent id="start" /><userTask id="a" ${quantity} /><endEvent id="end" />`, 'start > a\na > end');
    expect(unsupported(plansOf(await processesIn(xml)))).toMatchObject([{ element: 'a', construct: 'quantity' }]);
  },
);
