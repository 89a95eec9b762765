import { describe, expect, test } from '@jest/globals';
import { drawn } from './drawn.ts';
import { type Story, storyIn } from './harness.ts';

const NAMES = '<message id="order" name="order" /><message id="paid" name="paid" /><signal id="open" name="open" />';
const named = (xml: string): string => xml.replace('<process', `${NAMES}<process`);

const gateway = (type: string): string =>
  named(
    drawn(
      `<eventBasedGateway id="begin" instantiate="true" eventGatewayType="${type}" />
       <intermediateCatchEvent id="ordered"><extensionElements><gc:payload to="number" from="number" /></extensionElements><messageEventDefinition messageRef="order" /></intermediateCatchEvent>
       <receiveTask id="pay" messageRef="paid"><extensionElements><gc:correlation key="number" /></extensionElements></receiveTask>
       <intermediateCatchEvent id="opened"><signalEventDefinition signalRef="open" /></intermediateCatchEvent>
       <userTask id="deliver" /><userTask id="book" /><userTask id="greet" /><endEvent id="end" />`,
      `begin > ordered
       begin > pay
       begin > opened
       ordered > deliver
       pay > book
       opened > greet
       deliver > end
       book > end
       greet > end`,
    ),
  );

const come = async (xml: string, at: string, payload = {}): Promise<Story> => (await storyIn(xml)).start(payload, at);

describe('an event-based gateway that starts a case', () => {
  test('exclusive: whichever event comes starts it, the others are not waited for', async () => {
    expect((await come(gateway('Exclusive'), 'ordered')).open).toEqual(['task deliver']);
    expect((await come(gateway('Exclusive'), 'pay')).open).toEqual(['task book']);
    expect((await come(gateway('Exclusive'), 'opened')).open).toEqual(['task greet']);
  });

  test('parallel: the first starts it, and it waits for all the others, found by the key that came with the first', async () => {
    const story = await come(gateway('Parallel'), 'ordered', { number: 7 });
    expect(story.open).toEqual(['message pay', 'signal opened', 'task deliver']);
    expect(story.wait('message', 'pay')).toMatchObject({ name: 'paid', key: 7 });
    story.complete('deliver');
    expect(story.ended).toBeUndefined();
    story.act({ kind: 'signal', name: 'open', payload: {} });
    expect(story.open).toEqual(['message pay', 'task greet']);
    story.complete('greet').message('pay');
    expect(story.open).toEqual(['task book']);
    expect(story.complete('book').ended).toBe('completed');
  });

  test('parallel: whichever came first', async () => {
    const story = await come(gateway('Parallel'), 'opened');
    expect(story.open).toEqual(['message ordered', 'message pay', 'task greet']);
    story.message('pay').message('ordered', { number: 3 });
    expect(story.tasks).toEqual(['book', 'deliver', 'greet']);
    expect(story.values.number).toBe(3);
    expect(story.now.tokens.some(({ element }) => (element as string) === 'begin')).toBe(false);
  });

  test('begun by hand at the gateway, all events are waited for', async () => {
    const story = await come(gateway('Parallel'), 'begin');
    expect(story.open).toEqual(['message ordered', 'message pay', 'signal opened']);
  });

  test('each event takes the flow that leads to it', async () => {
    const story = await come(gateway('Parallel'), 'ordered');
    expect(story.effects.flatMap((effect) => (effect.kind === 'took' ? [effect.flow] : []))).toEqual(['begin-ordered', 'ordered-deliver']);
  });
});

describe('receive tasks that start a case', () => {
  const receiving = named(
    drawn(
      `<receiveTask id="order1" messageRef="order" instantiate="true" /><receiveTask id="pay1" messageRef="paid" instantiate="true" />
       <userTask id="small" /><userTask id="large" /><userTask id="book" /><endEvent id="end" />`,
      `order1 > large : sum > 100
       order1 > small : not(sum > 100)
       pay1 > book
       small > end
       large > end
       book > end`,
    ),
  );

  test('each starts it by itself, and goes on by its conditions', async () => {
    expect((await come(receiving, 'order1', { sum: 200 })).open).toEqual(['task large']);
    expect((await come(receiving, 'order1', { sum: 2 })).open).toEqual(['task small']);
    expect((await come(receiving, 'pay1')).open).toEqual(['task book']);
  });

  test('where a case begins at plain steps, too, they are left alone', async () => {
    const xml = named(
      drawn(
        `<receiveTask id="order1" messageRef="order" instantiate="true" /><userTask id="a" /><userTask id="b" /><endEvent id="end" />`,
        'order1 > end\na > end\nb > end',
      ),
    );
    expect((await come(xml, 'a')).open).toEqual(['task a', 'task b']);
    expect((await come(xml, 'order1')).ended).toBe('completed');
  });
});

describe('several start events', () => {
  const starts = named(
    drawn(
      `<startEvent id="plain" /><startEvent id="ordered"><extensionElements><gc:payload to="number" from="number" /></extensionElements><messageEventDefinition messageRef="order" /></startEvent>
       <startEvent id="opened"><signalEventDefinition signalRef="open" /></startEvent>
       <startEvent id="daily"><timerEventDefinition><timeCycle xsi:type="tFormalExpression">R/P1D</timeCycle></timerEventDefinition></startEvent>
       <startEvent id="any"><messageEventDefinition messageRef="paid" /><signalEventDefinition signalRef="open" /></startEvent>
       <startEvent id="ready"><conditionalEventDefinition><condition xsi:type="tFormalExpression">ready</condition></conditionalEventDefinition></startEvent>
       <userTask id="work" /><endEvent id="end" />`,
      `plain > work
       ordered > work
       opened > work
       daily > work
       any > work
       ready > work
       work > end`,
    ),
  );

  test.each(['plain', 'ordered', 'opened', 'daily', 'any', 'ready'])('%s starts a case by itself', async (at) => {
    const story = await come(starts, at, { number: 1, other: 2 });
    expect(story.open).toEqual(['task work']);
    expect(story.values).toEqual(at === 'ordered' ? { number: 1 } : { number: 1, other: 2 });
  });
});
