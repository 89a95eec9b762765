import { describe, expect, test } from '@jest/globals';
import { drawn } from './drawn.ts';
import { type Story, storyIn } from './harness.ts';

/** Three opinions at once, with a signal event at their border that leads to `tell`, and a task after all. */
const asking = (characteristics: string, inner = ''): string =>
  drawn(
    `<startEvent id="start" /><userTask id="ask"><multiInstanceLoopCharacteristics ${characteristics}>
       <loopCardinality xsi:type="tFormalExpression">3</loopCardinality>${inner}</multiInstanceLoopCharacteristics></userTask>
     <boundaryEvent id="heard" attachedToRef="ask"><extensionElements><gc:payload to="done" from="numberOfCompletedInstances" /></extensionElements><signalEventDefinition signalRef="opinion" /></boundaryEvent>
     <userTask id="tell" /><userTask id="after" /><endEvent id="end" />`,
    `start > ask
     ask > after
     heard > tell
     tell > end
     after > end`,
  ).replace(
    '<process',
    '<signal id="opinion" name="opinion" /><signal id="other" name="other" /><signalEventDefinition id="thrown" signalRef="opinion" /><signalEventDefinition id="unheard" signalRef="other" /><errorEventDefinition id="wrong" /><process',
  );

const begun = async (xml: string): Promise<Story> => (await storyIn(xml)).start();
const signals = (story: Story): readonly string[] => story.all.flatMap((effect) => (effect.kind === 'signalSent' ? [effect.name] : []));

describe('what a multi-instance throws as its instances end', () => {
  test('none: its event each time, which its border catches with the counts, and goes on', async () => {
    const story = await begun(asking('behavior="None" noneBehaviorEventRef="thrown"'));
    story.complete('ask', {}, { index: 1 });
    expect(story.tasks).toEqual(['ask', 'ask', 'tell']);
    expect(story.values.done).toBe(1);
    story.complete('ask', {}, { index: 0 });
    expect(story.tasks).toEqual(['ask', 'tell', 'tell']);
    story.complete('ask', {}, { index: 2 });
    expect(story.tasks).toEqual(['after', 'tell', 'tell', 'tell']);
    expect(story.values.done).toBe(3);
    expect(signals(story)).toEqual(['opinion', 'opinion', 'opinion']);
  });

  test('one: its event with the first only', async () => {
    const story = await begun(asking('behavior="One" oneBehaviorEventRef="thrown"'));
    story.complete('ask').complete('ask').complete('ask');
    expect(story.tasks).toEqual(['after', 'tell']);
  });

  test('all: nothing', async () => {
    const story = await begun(asking('behavior="All" noneBehaviorEventRef="thrown" oneBehaviorEventRef="thrown"'));
    story.complete('ask').complete('ask').complete('ask');
    expect(story.tasks).toEqual(['after']);
  });

  test('without an event of its own, the standard signal: the border takes it whatever its name, and it does not go out', async () => {
    const story = await begun(asking('behavior="None"'));
    story.complete('ask');
    expect(story.tasks).toEqual(['ask', 'ask', 'tell']);
    expect(signals(story)).toEqual([]);
  });

  test('a signal that its border does not wait for is heard elsewhere', async () => {
    const story = await begun(asking('behavior="One" oneBehaviorEventRef="unheard"'));
    story.complete('ask');
    expect(story.tasks).toEqual(['ask', 'ask']);
    expect(signals(story)).toEqual(['other']);
  });

  test('a signal that came from elsewhere still interrupts', async () => {
    const story = await begun(asking('behavior="None" noneBehaviorEventRef="thrown"'));
    story.act({ kind: 'signal', name: 'opinion', payload: {} });
    expect(story.tasks).toEqual(['tell']);
  });

  test('an instance that is withdrawn takes back what it has thrown, unless that was seen to', async () => {
    const story = await begun(asking('behavior="None" noneBehaviorEventRef="thrown"'));
    const before = story.key;
    story.complete('ask', {}, { index: 1 });
    const { visit } = story.trail.find(({ element }) => (element as string) === 'ask') ?? { visit: '' as never };
    story.move({ kind: 'withdraw', visit });
    expect(story.key).toBe(before);
    story.complete('ask', {}, { index: 1 }).complete('tell');
    const again = story.trail.findLast(({ element }) => (element as string) === 'ask')?.visit ?? ('' as never);
    expect(story.try({ kind: 'move', move: { kind: 'withdraw', visit: again } })?.code).toBe('illegalMove');
  });

  test('an error ends it, as an error does', async () => {
    const xml = asking('behavior="One" oneBehaviorEventRef="wrong"').replace(
      '<endEvent id="end" />',
      '<endEvent id="end" /><boundaryEvent id="broken" attachedToRef="ask"><errorEventDefinition /></boundaryEvent><sequenceFlow id="broken-tell" sourceRef="broken" targetRef="tell" />',
    );
    const story = (await begun(xml)).complete('ask');
    expect(story.tasks).toEqual(['tell']);
  });
});

describe('complex behaviour', () => {
  const when = (condition: string, event = true): string =>
    `<complexBehaviorDefinition id="c${condition.length}"><condition xsi:type="tFormalExpression">${condition}</condition>${
      event ? '<event id="e"><signalEventDefinition signalRef="opinion" /></event>' : ''
    }</complexBehaviorDefinition>`;

  test('asks after each instance; once a condition holds, its event is thrown and the rest is not waited for', async () => {
    const story = await begun(asking('behavior="Complex"', when('numberOfCompletedInstances = 2')));
    story.complete('ask');
    expect(story.tasks).toEqual(['ask', 'ask']);
    story.complete('ask');
    expect(story.tasks).toEqual(['after', 'tell']);
    expect(story.values.done).toBe(2);
  });

  test('without an event it only ends the whole', async () => {
    const story = await begun(asking('behavior="Complex"', when('numberOfActiveInstances = 1', false)));
    expect(story.complete('ask').complete('ask').tasks).toEqual(['after']);
  });

  test('asks after the last instance, too', async () => {
    const story = await begun(asking('behavior="Complex"', when('numberOfCompletedInstances = numberOfInstances')));
    expect(story.complete('ask').complete('ask').complete('ask').tasks).toEqual(['after', 'tell']);
  });

  test('that cannot be told stands still without throwing, and is asked anew when tried again', async () => {
    const story = await begun(asking('behavior="Complex"', when('needed > numberOfActiveInstances')));
    story.complete('ask');
    expect(story.incidents).toEqual(['conditionUndecided ask']);
    expect(story.tasks).toEqual(['ask', 'ask']);
    story.act({ kind: 'change', changes: [{ scope: story.root, path: ['needed'], to: 3 }] });
    story.act({ kind: 'retry', incident: story.now.incidents[0]?.id ?? ('' as never) });
    expect(story.tasks).toEqual(['after', 'tell']);
    expect(story.incidents).toEqual([]);
  });

  test('and a completion condition beside it both count', async () => {
    const inner = `<completionCondition xsi:type="tFormalExpression">enough = true</completionCondition>${when('numberOfTerminatedInstances > 0')}`;
    const story = await begun(asking('behavior="Complex"', inner));
    story.complete('ask');
    expect(story.complete('ask', { enough: true }).tasks).toEqual(['after']);
  });
});

describe('within an instance', () => {
  test('loopCounter is its number, and the item’s own data are seen', async () => {
    const xml = drawn(
      `<startEvent id="start" /><subProcess id="each"><multiInstanceLoopCharacteristics isSequential="true"><loopCardinality xsi:type="tFormalExpression">2</loopCardinality></multiInstanceLoopCharacteristics>
         <startEvent id="in" /><exclusiveGateway id="which" default="which-other" /><userTask id="first" /><userTask id="other" />
         <flows>in > which; which > first : loopCounter = 1; which > other</flows></subProcess><endEvent id="end" />`,
      `start > each
       each > end`,
    );
    const story = await begun(xml);
    expect(story.tasks).toEqual(['first']);
    expect(story.complete('first').tasks).toEqual(['other']);
  });
});
