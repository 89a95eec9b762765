import { describe, expect, test } from '@jest/globals';
import { storyOn } from './drawing.ts';
import { type Story, storyIn, storyOf } from './harness.ts';

describe('boundary events', () => {
  test('an interrupting message ends the sub-process with all that runs in it', async () => {
    const story = (await storyOf('boundary-events.bpmn')).start().complete('a').message('stop');
    expect(story.open).toEqual(['task stopped']);
    expect(story.now.arrivals).toEqual([]);
    expect(story.now.scopes).toHaveLength(1);
    expect(story.effects.flatMap((effect) => (effect.kind === 'taskClosed' ? [`${effect.element} ${effect.why}`] : []))).toEqual([
      'b interrupted',
    ]);
  });

  test('a cycle at the border fires beside its host, three times and then no more', async () => {
    const story = (await storyOf('boundary-events.bpmn')).start();
    for (const occurrence of [1, 2, 3]) {
      const { id } = story.wait('timer', 'remind');
      story.act({ kind: 'due', timer: id, occurrence });
      expect(story.tasks.filter((task) => task === 'nudge')).toHaveLength(occurrence);
    }
    expect(story.now.waits.some((wait) => wait.kind === 'timer')).toBe(false);
    expect(story.tasks).toEqual(['a', 'b', 'nudge', 'nudge', 'nudge']);
  });

  test('a timer that fires twice is refused the second time', async () => {
    const story = (await storyOf('boundary-events.bpmn')).start();
    const { id } = story.wait('timer', 'remind');
    story.due('remind');
    expect(story.try({ kind: 'due', timer: id, occurrence: 1 })?.code).toBe('notWaiting');
    story.complete('a').complete('b');
    expect(story.try({ kind: 'due', timer: id, occurrence: 2 })?.code).toBe('notWaiting');
  });

  test('what a non-interrupting event sent off outlives its host, and the case waits for it', async () => {
    const story = (await storyOf('boundary-events.bpmn')).start().due('remind').complete('a').complete('b').complete('after');
    expect(story.ended).toBeUndefined();
    story.complete('nudge');
    expect(story.ended).toBe('completed');
  });

  test('given a multi-instance, the border belongs to the whole and takes all instances with it', async () => {
    const story = (await storyOf('multi-instance.bpmn')).start({ departments: ['a', 'b', 'c'] }).complete('countersign', {}, { index: 1 });
    expect(story.open).toEqual(['task countersign', 'task countersign', 'timer late']);
    story.due('late');
    expect(story.open).toEqual(['task chase']);
    expect(story.now.scopes).toHaveLength(1);
  });
});

describe('errors', () => {
  test.each([
    ['small', ['mend']],
    ['big', ['report']],
  ])('a %s one goes to the border that knows it, else to the one that takes any: %j', async (fault, tasks) => {
    const story = (await storyOf('error-events.bpmn')).start().complete('try', { fault });
    expect(story.tasks).toEqual(tasks);
    expect(story.now.scopes).toHaveLength(2);
  });

  test('given nobody that catches it, the work stands still as an incident and can be tried again', async () => {
    const story = (await storyOf('error-events.bpmn')).start().complete('try', { fault: 'none' });
    const { visit } = story.wait('job', 'send-on');
    story.act({ kind: 'fault', visit: visit ?? ('' as never), code: 'offline', payload: { host: 'x' } });
    expect(story.incidents).toEqual(['errorUncaught send-on']);
    story.act({ kind: 'retry', incident: story.now.incidents[0]?.id ?? ('' as never) });
    story.answer('send-on').complete('after');
    expect(story.ended).toBe('completed');
  });

  test('an error in a called process is caught at the call', async () => {
    const story = (await storyOf('call-activity.bpmn'))
      .start({ title: '通知' })
      .complete('ask')
      .complete('apply', { denied: true }, { own: true });
    expect(story.tasks).toEqual(['amend']);
    expect(story.now.scopes).toHaveLength(1);
    expect(Object.keys(story.data)).toEqual([story.root]);
  });
});

describe('termination', () => {
  const twoEnds = (second: string): Promise<Story> =>
    storyIn(`<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="urn:test">
      <process id="p" isExecutable="true"><startEvent id="start"/><userTask id="a"/><endEvent id="end"/>${second}
      <sequenceFlow id="f1" sourceRef="start" targetRef="a"/><sequenceFlow id="f2" sourceRef="a" targetRef="end"/>
      <sequenceFlow id="f3" sourceRef="a" targetRef="second"/></process></definitions>`);

  test.each([
    ['<endEvent id="second"><terminateEventDefinition/></endEvent>', 'terminated'],
    ['<endEvent id="second"/>', 'completed'],
  ])('ends the case once, also where the last end beside it was come to in the same step: %s', async (second, how) => {
    const story = (await twoEnds(second)).start().complete('a');
    expect(story.all.filter(({ kind }) => kind === 'ended')).toEqual([{ kind: 'ended', how }]);
  });

  test('in a sub-process ends that only; what is around goes on', async () => {
    const story = (await storyOf('terminate.bpmn')).start().complete('a');
    expect(story.tasks).toEqual(['after', 'beside']);
    expect(story.ended).toBeUndefined();
  });

  test('at the top ends the case with all that is open', async () => {
    const story = (await storyOf('terminate.bpmn')).start().complete('beside');
    expect(story.ended).toBe('terminated');
    expect(story.open).toEqual([]);
    expect(story.now.tokens).toEqual([]);
  });
});

describe('event sub-processes', () => {
  test('an interrupting one ends what runs in its scope and is then what the case still does', async () => {
    const story = (await storyOf('event-sub-process.bpmn')).start().message('called-off');
    expect(story.open).toEqual(['task tidy']);
    story.complete('tidy');
    expect(story.ended).toBe('completed');
  });

  test('a non-interrupting one runs beside, again each time, and is waited for', async () => {
    const story = (await storyOf('event-sub-process.bpmn')).start();
    story.act({ kind: 'signal', name: 'question', payload: {} }).act({ kind: 'signal', name: 'question', payload: {} });
    expect(story.tasks).toEqual(['answer', 'answer', 'work']);
    story.complete('work').complete('more');
    expect(story.ended).toBeUndefined();
    story.complete('answer').complete('answer');
    expect(story.ended).toBe('completed');
  });

  test('what only could start one does not keep the case alive', async () => {
    const story = (await storyOf('event-sub-process.bpmn')).start().complete('work').complete('more');
    expect(story.ended).toBe('completed');
    expect(story.open).toEqual([]);
  });
});

describe('signals and links', () => {
  test('a signal wakes those that wait for it, interrupts where it stands at a border, and tells other cases', async () => {
    const story = (await storyOf('signals-and-links.bpmn')).start().complete('ring');
    expect(story.tasks).toEqual(['come', 'left']);
    expect(story.effects.filter((effect) => effect.kind === 'signalSent')).toHaveLength(1);
    expect(story.try({ kind: 'signal', name: 'bell', payload: {} })?.code).toBe('notWaiting');
  });

  test('what a signal has interrupted cannot be put back, so its thrower cannot withdraw', async () => {
    const story = (await storyOf('signals-and-links.bpmn')).start().complete('ring');
    expect(story.try({ kind: 'move', move: { kind: 'withdraw', visit: story.done('ring') } })?.code).toBe('illegalMove');
  });

  test('where nothing says where it begins, a link is no beginning: only what was thrown comes out of it', async () => {
    const LINES = `
      user a
      throw over {link}
      catch here {link}
      user b
      a > over
      here > b`;
    expect((await storyOn(LINES)).start({}, 'a').open).toEqual(['task a']);
    const within = (await storyOn(`start s\n<subProcess id="sub">${LINES}\n</subProcess>\nuser after\ns > sub > after`)).start();
    expect(within.open).toEqual(['task a']);
    expect(within.complete('a').open).toEqual(['task b']);
    expect(within.complete('b').open).toEqual(['task after']);
  });

  test('a link goes on at its catching end', async () => {
    const story = (await storyOf('signals-and-links.bpmn')).start().complete('guarded');
    expect(story.tasks).toEqual(['arrived', 'ring']);
  });
});

describe('timers', () => {
  test('pass on what the calendar must know, evaluated once', async () => {
    const story = (await storyOf('timers.bpmn')).start({ days: 5, dueOn: '2026-12-31' });
    const specs = story.effects.flatMap((effect) =>
      effect.kind === 'timerSet' ? [{ ...effect.spec, occurrence: effect.occurrence }] : [],
    );
    expect(specs).toEqual([
      { form: 'workingDays', value: '5', occurrence: 1 },
      { form: 'date', value: '2026-12-31', occurrence: 1 },
      { form: 'cycle', value: 'R3/PT1H', occurrence: 1 },
    ]);
  });

  test('a cycle on the way sends a token on each time and stays until it is through', async () => {
    const story = (await storyOf('timers.bpmn')).start({ days: 5, dueOn: '2026-12-31' }).due('thrice').due('thrice');
    expect(story.tasks).toEqual(['c', 'c']);
    expect(story.wait('timer', 'thrice')).toMatchObject({ left: 1, fired: 2 });
    story.due('thrice');
    expect(story.tasks).toEqual(['c', 'c', 'c']);
    expect(story.now.waits.some((wait) => wait.element === 'thrice')).toBe(false);
  });

  test.each(['2026-02-31', '2026-12-31/-3weeks', '2026-12-31T25:00'])(
    'given %s, which no calendar knows, stand still as an incident and not for ever without one',
    async (dueOn) => {
      const story = (await storyOf('timers.bpmn')).start({ days: 5, dueOn });
      expect(story.incidents).toEqual(['timerInvalid on-date']);
      expect(story.open).toEqual(['timer in-days', 'timer thrice']);
    },
  );

  test('given more working days than a calendar is asked to count likewise', async () => {
    expect((await storyOf('timers.bpmn')).start({ days: 100_000, dueOn: '2026-12-31' }).incidents).toEqual(['timerInvalid in-days']);
  });

  test('given no such value, stand still as an incident until it is there', async () => {
    const story = (await storyOf('timers.bpmn')).start({ days: 5 });
    expect(story.incidents).toEqual(['timerInvalid on-date']);
    story.act({ kind: 'change', changes: [{ scope: story.root, path: ['dueOn'], to: '2026-12-31' }] });
    story.act({ kind: 'retry', incident: story.now.incidents[0]?.id ?? ('' as never) });
    expect(story.open).toEqual(['timer in-days', 'timer on-date', 'timer thrice']);
  });
});

test('an error of an end event carries values to where it is caught', async () => {
  const story = await storyOn(`
    start s
    <subProcess id="sub">
      start go
      <endEvent id="raise"><extensionElements><gc:payload from="amount * 2" to="twice" /></extensionElements><errorEventDefinition errorRef="err" /></endEvent>
      go > raise
    </subProcess>
    <boundaryEvent id="border" attachedToRef="sub"><extensionElements><gc:payload from="twice" to="seen" /><gc:payload from="errorCode" to="why" /></extensionElements>
      <errorEventDefinition /></boundaryEvent>
    user caught
    s > sub
    border > caught`);
  story.start({ amount: 21 });
  expect(story.values).toMatchObject({ seen: 42, why: 'err' });
});
