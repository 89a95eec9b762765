import { describe, expect, test } from '@jest/globals';
import { storyOn } from './drawing.ts';
import type { Story } from './harness.ts';

const INSIDE = (border: string) => `
  start s
  <subProcess id="sub">
    start go
    user work
    throw raise {escalation}
    user more
    end done
    go > work > raise > more > done
  </subProcess>
  ${border}
  user caught
  user after
  end e
  s > sub > after > e
  border > caught`;

const noted = (story: Story): readonly string[] =>
  story.effects.flatMap((effect) => (effect.kind === 'noted' ? [`${effect.code} ${effect.element}`] : []));

describe('an escalation', () => {
  test('that does not interrupt sends a token off at the border, and the work inside goes on', async () => {
    const story = (await storyOn(INSIDE('beside sub border {escalation}'))).start().complete('work');
    expect(story.tasks).toEqual(['caught', 'more']);
    story.complete('more').complete('after').complete('caught');
    expect(story.ended).toBe('completed');
  });

  test('that interrupts ends the sub-process; the event that raised it has been passed', async () => {
    const story = (await storyOn(INSIDE('on sub border {escalation}'))).start().complete('work');
    expect(story.tasks).toEqual(['caught']);
    expect(story.now.scopes).toHaveLength(1);
    expect(story.trail.filter((pass) => pass.element === 'raise').map((pass) => pass.closed)).toEqual(['completed']);
    expect(story.effects.some((effect) => effect.kind === 'taskOpened' && effect.element === 'more')).toBe(false);
  });

  test('goes to who knows its code, else to who takes any', async () => {
    const borders = 'on sub any {anyEscalation}\nuser other\nany > other\nbeside sub border {escalation}';
    expect((await storyOn(INSIDE(borders))).start().complete('work').tasks).toEqual(['caught', 'more']);
    const foreign =
      'on sub any {anyEscalation}\nuser other\nany > other\nbeside sub border <escalationEventDefinition escalationRef="esc2" />';
    expect((await storyOn(INSIDE(foreign))).start().complete('work').tasks).toEqual(['other']);
  });

  test('that nobody takes is noted, and is no incident', async () => {
    const story = (await storyOn(INSIDE('beside sub border <escalationEventDefinition escalationRef="esc2" />'))).start().complete('work');
    expect(noted(story)).toEqual(['escalationUncaught raise']);
    expect(story.incidents).toEqual([]);
    expect(story.tasks).toEqual(['more']);
  });

  test('of an end event: the token ends, and what takes it goes on', async () => {
    const lines = (border: string) => `
      start s
      <subProcess id="sub">
        start go
        end raise {escalation}
        go > raise
      </subProcess>
      ${border} sub border {escalation}
      user caught
      user after
      s > sub > after
      border > caught`;
    expect((await storyOn(lines('on'))).start().tasks).toEqual(['caught']);
    expect((await storyOn(lines('beside'))).start().tasks).toEqual(['after', 'caught']);
  });

  test('carries values to where it is taken', async () => {
    const story = await storyOn(`
      start s
      <subProcess id="sub">
        start go
        <endEvent id="raise"><extensionElements><gc:payload from="amount * 2" to="twice" /></extensionElements>
          <escalationEventDefinition escalationRef="esc" /></endEvent>
        go > raise
      </subProcess>
      <boundaryEvent id="border" attachedToRef="sub"><extensionElements><gc:payload from="twice" to="seen" /><gc:payload from="escalationCode" to="why" /></extensionElements>
        <escalationEventDefinition /></boundaryEvent>
      user caught
      s > sub
      border > caught`);
    story.start({ amount: 21 });
    expect(story.values).toMatchObject({ seen: 42, why: 'esc' });
  });

  test('goes outwards through sub-processes, multi-instances and calls', async () => {
    const story = await storyOn(
      `
      start s
      <callActivity id="call" calledElement="q" />
      beside call border {escalation}
      user caught
      user after
      s > call > after
      border > caught`,
      `<process id="q" isExecutable="true">
        <startEvent id="qs" />
        <subProcess id="each"><multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>
          <startEvent id="go" /><endEvent id="raise"><escalationEventDefinition escalationRef="esc" /></endEvent>
          <sequenceFlow id="f" sourceRef="go" targetRef="raise" />
        </subProcess>
        <sequenceFlow id="g" sourceRef="qs" targetRef="each" />
      </process>`,
    );
    story.start();
    expect(story.tasks).toEqual(['after', 'caught', 'caught']);
  });
});

describe('an escalation to an event sub-process', () => {
  const LINES = (interrupting: boolean) => `
    start s
    <subProcess id="sub">
      start go
      throw raise {escalation}
      user work
      go > raise > work
      <subProcess id="handler" triggeredByEvent="true">
        start taken (isInterrupting="${interrupting}") {escalation}
        user look
        throw again {escalation}
        taken > look > again
      </subProcess>
    </subProcess>
    beside sub border {escalation}
    user further
    user after
    s > sub > after
    border > further`;

  test('runs it beside the work, again each time', async () => {
    const story = (await storyOn(LINES(false))).start();
    expect(story.tasks).toEqual(['look', 'work']);
    story.complete('work').complete('look');
    expect(story.tasks).toEqual(['after', 'further']);
  });

  test('or instead of the work; what is raised there is for those further out', async () => {
    const story = (await storyOn(LINES(true))).start();
    expect(story.tasks).toEqual(['look']);
    story.complete('look');
    expect(story.tasks).toEqual(['after', 'further']);
  });
});

describe('an escalation from the work on a task', () => {
  const LINES = (border: string) => `
    start s
    user work
    ${border}
    user caught
    end e
    s > work > e
    border > caught`;
  const raise = (story: Story, code = 'esc') => story.act({ kind: 'escalate', visit: story.visitOf('work'), code, payload: { note: 'x' } });

  test('is taken at its border, and the work goes on', async () => {
    const story = raise((await storyOn(LINES('beside work border {escalation}'))).start());
    expect(story.tasks).toEqual(['caught', 'work']);
    raise(story);
    expect(story.tasks).toEqual(['caught', 'caught', 'work']);
  });

  test('is taken at its border, and ends the work', async () => {
    const story = raise((await storyOn(LINES('on work border {anyEscalation}'))).start());
    expect(story.tasks).toEqual(['caught']);
    expect(story.trail.find((pass) => pass.element === 'work')?.closed).toBe('interrupted');
  });

  test('is noted where nobody takes it, and refused where nobody is at work', async () => {
    const story = raise((await storyOn(LINES('on work border {escalation}'))).start(), 'esc2');
    expect(noted(story)).toEqual(['escalationUncaught work']);
    expect(story.tasks).toEqual(['work']);
    const visit = story.visitOf('work');
    story.complete('work');
    expect(story.try({ kind: 'escalate', visit, code: 'esc', payload: null })?.code).toBe('notWaiting');
  });
});

test('whoever has raised an escalation that others look into cannot withdraw as if it had not been', async () => {
  const story = (await storyOn(INSIDE('beside sub border {escalation}'))).start().complete('work');
  expect(story.try({ kind: 'move', move: { kind: 'withdraw', visit: story.done('work') } })?.code).toBe('illegalMove');
});

test('a multi-instance that escalates with each of its instances goes on, even where its border would interrupt it', async () => {
  const story = (
    await storyOn(
      `
      start s
      <userTask id="each"><multiInstanceLoopCharacteristics behavior="None" noneBehaviorEventRef="def">
        <loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics></userTask>
      on each border {escalation}
      user caught
      user after
      s > each > after
      border > caught`,
      '<escalationEventDefinition id="def" escalationRef="esc" />',
    )
  ).start();
  story.complete('each', {}, { index: 0 });
  expect(story.tasks).toEqual(['caught', 'each']);
  story.complete('each', {}, { index: 1 });
  expect(story.tasks).toEqual(['after', 'caught', 'caught']);
});

describe('what was declared with a name and without a code', () => {
  const NAMED = `<error id="e1" name="one" /><error id="e2" name="two" /><error id="e3" name="three" errorCode="3" />
    <escalation id="u1" name="one" /><escalation id="u2" name="two" />`;
  const at = (kind: 'error' | 'escalation', thrown: string, borders: readonly string[]) =>
    storyOn(
      `start s
       <subProcess id="work">
         start go
         end over <${kind}EventDefinition ${kind}Ref="${thrown}" />
         go > over
       </subProcess>
       user after
       s > work > after
       ${borders.map((ref, index) => `on work b${index} <${kind}EventDefinition ${kind}Ref="${ref}" />\nuser t${index}\nb${index} > t${index}`).join('\n')}`,
      NAMED,
    );

  test.each(['error', 'escalation'] as const)(
    'a catcher of an %s takes every one, as the standard has it of one without a code',
    async (kind) => {
      const [one, two] = kind === 'error' ? ['e1', 'e2'] : ['u1', 'u2'];
      expect((await at(kind, two, [one])).start().tasks).toEqual(['t0']);
    },
  );

  test('of several the one of that name is first', async () => {
    expect((await at('error', 'e2', ['e1', 'e2'])).start().tasks).toEqual(['t1']);
    expect((await at('escalation', 'u2', ['u1', 'u2'])).start().tasks).toEqual(['t1']);
  });

  test('one with a code takes that code only, and comes first', async () => {
    expect((await at('error', 'e2', ['e3'])).start().incidents).toEqual(['errorUncaught over']);
    expect((await at('error', 'e3', ['e1', 'e3'])).start().tasks).toEqual(['t1']);
  });
});
