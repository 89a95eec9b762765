import { describe, expect, test } from '@jest/globals';
import { unsupported } from '../../../packages/runtime/src/kernel/unsupported.ts';
import { drawn } from './drawn.ts';
import { plansOf, processesIn, type Story, storyIn } from './harness.ts';

const NAMES = '<message id="paid" name="paid" /><signal id="open" name="open" />';
const named = (xml: string): string => xml.replace('<process', `${NAMES}<process`);

const both = `<messageEventDefinition messageRef="paid" /><signalEventDefinition signalRef="open" />`;
const payload = (from: string): string => `<extensionElements><gc:payload to="noted" from="${from}" /></extensionElements>`;

const waiting = (event: string): string =>
  named(drawn(`<startEvent id="start" />${event}<userTask id="after" /><endEvent id="end" />`, 'start > both\nboth > after\nafter > end'));
const caughtBoth = (inner = both, more = ''): string =>
  waiting(`<intermediateCatchEvent id="both" parallelMultiple="true">${more}${inner}</intermediateCatchEvent>`);

const begun = async (xml: string, data = {}): Promise<Story> => (await storyIn(xml)).start(data);
const open = (story: Story): Story => story.act({ kind: 'signal', name: 'open', payload: { who: 'li-min' } });

describe('a parallel multiple event happens when all its triggers have come', () => {
  test('in one order and in the other', async () => {
    const story = await begun(caughtBoth());
    expect(story.message('both').tasks).toEqual([]);
    expect(open(story).tasks).toEqual(['after']);
    const other = open(await begun(caughtBoth()));
    expect(other.tasks).toEqual([]);
    expect(other.message('both').tasks).toEqual(['after']);
  });

  test('with what all of them carried', async () => {
    const story = await begun(caughtBoth(both, payload('[who, sum]')));
    story.message('both', { sum: 3 });
    expect(story.values).toEqual({});
    expect(open(story).values).toEqual({ noted: ['li-min', 3] });
  });

  test('one that has come is not waited for any more', async () => {
    const story = open(await begun(caughtBoth()));
    expect(story.try({ kind: 'signal', name: 'open', payload: {} })?.code).toBe('notWaiting');
    const wait = story.wait('message', 'both').id;
    story.message('both');
    expect(story.try({ kind: 'message', wait, id: 'm2', payload: {} })?.code).toBe('notWaiting');
  });

  test('a moment and a condition count likewise; a timer that could not be set is still waited for', async () => {
    const xml = caughtBoth(
      `<timerEventDefinition><timeDuration xsi:type="tFormalExpression">=wait</timeDuration></timerEventDefinition>
       <conditionalEventDefinition><condition xsi:type="tFormalExpression">ready = true</condition></conditionalEventDefinition>`,
    );
    const story = await begun(xml);
    expect(story.incidents).toEqual(['timerInvalid both']);
    story.act({ kind: 'change', changes: [{ scope: story.root, path: ['ready'], to: true }] });
    expect(story.tasks).toEqual([]);
    story.act({ kind: 'change', changes: [{ scope: story.root, path: ['wait'], to: 'P1D' }] });
    story.act({ kind: 'retry', incident: story.now.incidents[0]?.id ?? ('' as never) });
    expect(story.due('both').tasks).toEqual(['after']);
  });

  test('what has come tells markings apart', async () => {
    const story = await begun(caughtBoth());
    const before = story.key;
    expect(open(story).key).not.toBe(before);
  });

  test('taken back, all is waited for anew', async () => {
    const xml = named(
      drawn(
        `<startEvent id="start" /><userTask id="ask" /><intermediateCatchEvent id="both" parallelMultiple="true">${both}</intermediateCatchEvent><userTask id="after" /><endEvent id="end" />`,
        'start > ask\nask > both\nboth > after\nafter > end',
      ),
    );
    const story = (await begun(xml)).complete('ask').message('both');
    open(story).returnTo('after', 'ask').complete('ask');
    expect(story.open).toEqual(['message both', 'signal both']);
    expect(open(story).tasks).toEqual([]);
  });
});

describe('at a border', () => {
  const border = (more: string): string =>
    named(
      drawn(
        `<startEvent id="start" /><userTask id="work" /><boundaryEvent id="both" attachedToRef="work" parallelMultiple="true" ${more}>${both}</boundaryEvent><userTask id="after" /><endEvent id="end" />`,
        'start > work\nboth > after\nwork > end\nafter > end',
      ),
    );

  test('it interrupts once all have come', async () => {
    const story = (await begun(border(''))).message('both');
    expect(story.tasks).toEqual(['work']);
    expect(open(story).tasks).toEqual(['after']);
    expect(story.now.waits).toHaveLength(1);
  });

  test('or happens each time that all have come', async () => {
    const story = (await begun(border('cancelActivity="false"'))).message('both');
    open(story);
    expect(story.tasks).toEqual(['after', 'work']);
    expect(story.effects.filter(({ kind }) => kind === 'subscribed')).toHaveLength(2);
    open(story);
    expect(story.tasks).toEqual(['after', 'work']);
    expect(story.message('both').tasks).toEqual(['after', 'after', 'work']);
  });

  test('with a moment that does not come again it happens once', async () => {
    const xml = border('cancelActivity="false"').replace(
      both,
      `<signalEventDefinition signalRef="open" /><timerEventDefinition><timeDuration xsi:type="tFormalExpression">P1D</timeDuration></timerEventDefinition>`,
    );
    const story = open(await begun(xml)).due('both');
    expect(story.open).toEqual(['task after', 'task work']);
  });

  test('two conditions that stay true happen once', async () => {
    const when = (what: string): string =>
      `<conditionalEventDefinition><condition xsi:type="tFormalExpression">${what} = true</condition></conditionalEventDefinition>`;
    const xml = border('cancelActivity="false"').replace(both, when('a') + when('b'));
    const story = await begun(xml, { a: true });
    expect(story.tasks).toEqual(['work']);
    story.act({ kind: 'change', changes: [{ scope: story.root, path: ['b'], to: true }] });
    expect(story.tasks).toEqual(['after', 'work']);
  });
});

describe('as the start of an event sub-process', () => {
  const inside = (more: string): string =>
    named(
      drawn(
        `<startEvent id="start" /><userTask id="work" /><endEvent id="end" />
         <subProcess id="event" triggeredByEvent="true"><startEvent id="both" parallelMultiple="true" ${more}>${both}</startEvent><userTask id="after" /><flows>both > after</flows></subProcess>`,
        'start > work\nwork > end',
      ),
    );

  test('it ends all else once all have come', async () => {
    const story = open(await begun(inside('')));
    expect(story.tasks).toEqual(['work']);
    expect(story.message('both').open).toEqual(['task after']);
  });

  test('or runs beside it, each time', async () => {
    const story = open(await begun(inside('isInterrupting="false"'))).message('both');
    expect(story.tasks).toEqual(['after', 'work']);
    expect(story.open).toContain('message both');
    expect(open(story).message('both').tasks).toEqual(['after', 'after', 'work']);
  });
});

describe('as the start of a case', () => {
  const xml = named(
    drawn(
      `<startEvent id="both" parallelMultiple="true">${payload('[who, sum]')}${both}</startEvent><userTask id="after" /><endEvent id="end" />`,
      'both > after\nafter > end',
    ),
  );

  test('the first begins it, and it waits for the others', async () => {
    const story = await storyIn(xml);
    story.act({ kind: 'start', at: 'both' as never, payload: { sum: 3 }, by: { kind: 'message', name: 'paid' } });
    expect(story.open).toEqual(['message both', 'signal both']);
    expect(open(story).tasks).toEqual(['after']);
    expect(story.values).toEqual({ noted: ['li-min', 3] });
    expect(story.complete('after').ended).toBe('completed');
  });

  test('begun by hand, all of it counts as come', async () => {
    expect((await storyIn(xml)).start({ who: 'x', sum: 1 }, 'both').tasks).toEqual(['after']);
  });

  test('a trigger that it does not wait for begins nothing', async () => {
    const story = await storyIn(xml);
    const refused = story.try({ kind: 'start', at: 'both' as never, payload: {}, by: { kind: 'message', name: 'other' } });
    expect(refused).toMatchObject({ code: 'invalidInput', culprit: 'other' });
    expect(story.marking).toBeNull();
  });
});

test('an event behind an event-based gateway may want all its triggers', async () => {
  const xml = named(
    drawn(
      `<startEvent id="start" /><eventBasedGateway id="choose" /><intermediateCatchEvent id="both" parallelMultiple="true">${both}</intermediateCatchEvent>
       <intermediateCatchEvent id="late"><timerEventDefinition><timeDuration xsi:type="tFormalExpression">P1D</timeDuration></timerEventDefinition></intermediateCatchEvent>
       <userTask id="after" /><userTask id="remind" /><endEvent id="end" />`,
      'start > choose\nchoose > both\nchoose > late\nboth > after\nlate > remind\nafter > end\nremind > end',
    ),
  );
  const story = open(await begun(xml));
  expect(story.tasks).toEqual([]);
  expect(story.message('both').open).toEqual(['task after']);
  expect(open(await begun(xml)).due('late').open).toEqual(['task remind']);
});

test('an error cannot be waited for together with others', async () => {
  const xml = named(
    drawn(
      `<startEvent id="start" /><userTask id="work" /><boundaryEvent id="both" attachedToRef="work" parallelMultiple="true"><errorEventDefinition /><signalEventDefinition signalRef="open" /></boundaryEvent><endEvent id="end" />`,
      'start > work\nwork > end\nboth > end',
    ),
  );
  expect(unsupported(plansOf(await processesIn(xml)))).toMatchObject([{ element: 'both', construct: 'parallelMultiple' }]);
});
