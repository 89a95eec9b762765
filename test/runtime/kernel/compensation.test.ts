import { describe, expect, test } from '@jest/globals';
import { storyOn } from './drawing.ts';
import type { Story } from './harness.ts';

/** Completes whatever is open, one after the other, and tells in which order it came; two at once are told as such. */
function orderOf(story: Story): readonly string[] {
  const order: string[] = [];
  for (let round = 0; round < 20 && story.tasks.length > 0; round += 1) {
    order.push(story.tasks.join('+'));
    const [task = ''] = story.tasks;
    story.complete(task);
  }
  return order;
}

const THREE = (thrower: string) => `
  start s
  user a
  user b
  user c
  undo a by ua
  undo b by ub
  undo c by uc
  ${thrower}
  user after
  s > a > b > t > after
  b > c`;

describe('compensation', () => {
  test('undoes what was completed in reverse order, one after the other, and waits for it; what still runs is not undone', async () => {
    const story = (await storyOn(THREE('throw t {compensate}'))).start().complete('a').complete('b');
    expect(story.tasks).toEqual(['c', 'ub']);
    story.complete('ub');
    expect(story.tasks).toEqual(['c', 'ua']);
    expect(story.now.undoable).toEqual([]);
    story.complete('ua');
    expect(story.tasks).toEqual(['after', 'c']);
    expect(orderOf(story)).toEqual(['after+c', 'c']);
    expect(story.ended).toBe('completed');
    expect(story.now.undoable).toEqual([]);
  });

  test('undoes each once: a second time there is nothing left', async () => {
    const story = (await storyOn(THREE('throw t {compensate}\nthrow t2 {compensate}').replace('t > after', 't > t2 > after')))
      .start()
      .complete('a')
      .complete('b')
      .complete('ub')
      .complete('ua');
    expect(story.tasks).toEqual(['after', 'c']);
  });

  test('undoes only the activity that is named, and can undo the others later', async () => {
    const named = 'throw t <compensateEventDefinition activityRef="a" />\nthrow t2 {compensate}';
    const story = (await storyOn(THREE(named).replace('t > after', 't > t2 > after'))).start().complete('a').complete('b');
    expect(story.tasks).toEqual(['c', 'ua']);
    story.complete('ua');
    expect(story.tasks).toEqual(['c', 'ub']);
  });

  test('need not be waited for, but keeps the case open', async () => {
    const story = (await storyOn(THREE('throw t <compensateEventDefinition waitForCompletion="false" />')))
      .start()
      .complete('a')
      .complete('b');
    expect(story.tasks).toEqual(['after', 'c', 'ub']);
    story.complete('after').complete('c').complete('ub');
    expect(story.ended).toBeUndefined();
    story.complete('ua');
    expect(story.ended).toBe('completed');
  });

  test('with nothing to undo goes on at once', async () => {
    const story = (await storyOn(`start s\nthrow t {compensate}\nuser after\nundo after by ua\ns > t > after`)).start();
    expect(story.tasks).toEqual(['after']);
  });

  test('of an end event is waited for before the scope is done', async () => {
    const story = (await storyOn('start s\nuser a\nundo a by ua\nend t {compensate}\ns > a > t')).start().complete('a');
    expect(story.tasks).toEqual(['ua']);
    story.complete('ua');
    expect(story.ended).toBe('completed');
  });

  test('is in the trail: what undoes comes from what it undoes and from who asked for it', async () => {
    const story = (await storyOn(THREE('throw t {compensate}'))).start().complete('a').complete('b');
    const asked = story.now.tokens.find((token) => token.element === 't')?.visit;
    expect(story.now.tokens.find((token) => token.element === 'ub')?.from).toEqual([story.done('b'), asked]);
    expect(story.all.filter((effect) => effect.kind === 'noted')).toMatchObject([{ code: 'compensated', element: 'b' }]);
  });

  test('of an activity done twice undoes both', async () => {
    const story = (
      await storyOn(`
        start s
        xor again
        user a
        undo a by ua
        <exclusiveGateway id="x" default="x-t" />
        throw t {compensate}
        s > again > a > x
        x > t
        <sequenceFlow id="back" sourceRef="x" targetRef="again"><conditionExpression>more</conditionExpression></sequenceFlow>`)
    ).start();
    story.complete('a', { more: true }).complete('a', { more: false });
    expect(orderOf(story)).toEqual(['ua', 'ua']);
    expect(story.ended).toBe('completed');
  });

  test('undoes what came of a border before its host, even where the host was done later', async () => {
    const story = (
      await storyOn(`
        start s
        user a
        undo a by ua
        beside a late {timer}
        user b
        undo b by ub
        throw t {compensate}
        s > a > t
        late > b`)
    ).start();
    story.due('late').complete('b').complete('a');
    expect(orderOf(story)).toEqual(['ub', 'ua']);
  });
});

describe('what undoes', () => {
  test('may be a service, or a sub-process with several steps', async () => {
    const story = (
      await storyOn(`
        start s
        user a
        user b
        <boundaryEvent id="ba" attachedToRef="a">{compensate}</boundaryEvent>
        <serviceTask id="ua" isForCompensation="true" />
        <association id="as1" sourceRef="ba" targetRef="ua" />
        <boundaryEvent id="bb" attachedToRef="b">{compensate}</boundaryEvent>
        <subProcess id="ub" isForCompensation="true">
          start go
          user one
          user two
          go > one > two
        </subProcess>
        <association id="as2" sourceRef="bb" targetRef="ub" />
        throw t {compensate}
        user after
        s > a > b > t > after`)
    ).start();
    story.complete('a').complete('b').complete('one').complete('two');
    expect(story.open).toEqual(['job ua']);
    story.answer('ua');
    expect(story.tasks).toEqual(['after']);
  });

  test('given an error of its own that nobody catches, stands still, can be tried again, and the rest is undone then', async () => {
    const story = (
      await storyOn(`
        start s
        user a
        user b
        undo a by ua
        <boundaryEvent id="bb" attachedToRef="b">{compensate}</boundaryEvent>
        <serviceTask id="ub" isForCompensation="true" />
        <association id="as2" sourceRef="bb" targetRef="ub" />
        throw t {compensate}
        user after
        s > a > b > t > after`)
    ).start();
    story.complete('a').complete('b');
    story.act({ kind: 'fault', visit: story.wait('job', 'ub').visit ?? ('' as never), code: 'offline', payload: null });
    expect(story.incidents).toEqual(['errorUncaught ub']);
    story.act({ kind: 'retry', incident: story.now.incidents[0]?.id ?? ('' as never) }).answer('ub');
    expect(story.tasks).toEqual(['ua']);
    story.complete('ua');
    expect(story.tasks).toEqual(['after']);
  });

  test('given an error that the scope catches, is given up with what was still to be undone', async () => {
    const story = (
      await storyOn(`
        start s
        <subProcess id="sub">
          start go
          user a
          user b
          undo a by ua
          undo b by ub
          throw t {compensate}
          user never
          go > a > b > t > never
        </subProcess>
        on sub failed {anyError}
        user mend
        s > sub
        failed > mend`)
    ).start();
    story
      .complete('a')
      .complete('b')
      .act({ kind: 'fault', visit: story.visitOf('ub'), code: 'no', payload: null });
    expect(story.tasks).toEqual(['mend']);
    expect(story.now.undoable).toEqual([]);
    expect(story.now.scopes).toHaveLength(1);
  });
});

const NESTED = (inside: string, more = '') => `
  start s
  <subProcess id="sub">
    start go
    user a
    user b
    undo a by ua
    undo b by ub
    go > a > b
    ${inside}
  </subProcess>
  ${more}
  user c
  undo c by uc
  throw t {compensate}
  user after
  s > sub > c > t > after`;

describe('a sub-process', () => {
  test('that is done is undone as one: what was done inside, in reverse order', async () => {
    const story = (await storyOn(NESTED(''))).start();
    expect(orderOf(story)).toEqual(['a', 'b', 'c', 'uc', 'ub', 'ua', 'after']);
    expect(story.ended).toBe('completed');
  });

  test('cannot be undone from outside while it runs, and what was done inside of one that was cut off is gone', async () => {
    const story = (await storyOn(NESTED('', 'on sub stop {message}\nstop > c'))).start().complete('a').message('stop');
    expect(orderOf(story)).toEqual(['c', 'uc', 'after']);
  });

  test('is undone by the activity at its border, not by what is inside', async () => {
    const story = (await storyOn(NESTED('', 'undo sub by whole'))).start();
    expect(orderOf(story)).toEqual(['a', 'b', 'c', 'uc', 'whole', 'after']);
  });

  test('is undone by its own event sub-process, which may undo what was done inside', async () => {
    const handler = `<subProcess id="h" triggeredByEvent="true">
        start undoing {compensate}
        user think
        throw inside <compensateEventDefinition activityRef="a" />
        undoing > think > inside
      </subProcess>`;
    const story = (await storyOn(NESTED(handler))).start();
    expect(orderOf(story)).toEqual(['a', 'b', 'c', 'uc', 'think', 'ua', 'after']);
    expect(story.now.undoable).toEqual([]);
  });

  test('throws for itself only: what is around is not in its sight', async () => {
    const story = (
      await storyOn(`
        start s
        user x
        undo x by ux
        <subProcess id="sub">
          start go
          user a
          undo a by ua
          end t {compensate}
          go > a > t
        </subProcess>
        user after
        s > x > sub > after`)
    ).start();
    expect(orderOf(story)).toEqual(['x', 'a', 'ua', 'after']);
  });

  test('within a sub-process is undone with it, at any depth', async () => {
    const story = (
      await storyOn(`
        start s
        <subProcess id="one">
          start g1
          <subProcess id="two">
            start g2
            user a
            undo a by ua
            g2 > a
          </subProcess>
          user b
          undo b by ub
          g1 > two > b
        </subProcess>
        end t <compensateEventDefinition activityRef="one" />
        s > one > t`)
    ).start();
    expect(orderOf(story)).toEqual(['a', 'b', 'ub', 'ua']);
    expect(story.ended).toBe('completed');
  });
});

test('an event sub-process can undo what was done in the scope that it has interrupted', async () => {
  const story = (
    await storyOn(`
      start s
      <subProcess id="sub">
        start go
        user a
        user b
        undo a by ua
        undo b by ub
        end fails {error}
        go > a > b > fails
        <subProcess id="h" triggeredByEvent="true">
          start wrong {anyError}
          throw t {compensate}
          user tell
          wrong > t > tell
        </subProcess>
      </subProcess>
      user after
      s > sub > after`)
  ).start();
  expect(orderOf(story)).toEqual(['a', 'b', 'ub', 'ua', 'tell', 'after']);
});

test('what was done in an event sub-process is undone with the scope around it', async () => {
  const story = (
    await storyOn(`
      start s
      user a
      undo a by ua
      user b
      throw t {compensate}
      s > a > b > t
      <subProcess id="h" triggeredByEvent="true">
        start rung (isInterrupting="false") {signal}
        user look
        undo look by unlook
        rung > look
      </subProcess>`)
  ).start();
  story.act({ kind: 'signal', name: 'bell', payload: {} });
  story.complete('a').complete('look').complete('b');
  expect(orderOf(story)).toEqual(['unlook', 'ua']);
});

describe('a multi-instance', () => {
  const EACH = (kind: string, inside: string, more: string) => `
    start s
    <subProcess id="each"><multiInstanceLoopCharacteristics ${kind}><loopCardinality>2</loopCardinality>
      <inputDataItem id="n" name="n" /></multiInstanceLoopCharacteristics>
      start go
      user a
      undo a by ua
      go > a
      ${inside}
    </subProcess>
    ${more}
    throw t {compensate}
    user after
    s > each > t > after`;

  test.each(['isSequential="true"', ''])('is undone instance by instance, the last first, each with its own values %s', async (kind) => {
    const story = (await storyOn(EACH(kind, '', ''))).start();
    const items: unknown[] = [];
    story.complete('a').complete('a');
    while (story.tasks.includes('ua')) {
      const seen = story.now.scopes.filter(({ kind }) => kind === 'item').map(({ id }) => story.data[id]?.n);
      items.push(...seen);
      story.complete('ua');
    }
    expect(items).toEqual([2, 1]);
    expect(story.tasks).toEqual(['after']);
    expect(story.data).toEqual({});
  });

  test('is undone by its own event sub-process once for each instance, with the values of each', async () => {
    const handler = `<subProcess id="h" triggeredByEvent="true">
        start undoing {compensate}
        <serviceTask id="note"><extensionElements><gc:set from="concatenate(if seen = null then [] else seen, [n])" to="seen" /></extensionElements></serviceTask>
        undoing > note
      </subProcess>`;
    const story = (await storyOn(EACH('', handler, ''))).start().complete('a').complete('a');
    expect(story.tasks).toEqual(['after']);
    expect(story.values.seen).toEqual([2, 1]);
  });

  test.each(['isSequential="true"', ''])(
    'is undone by the activity at its border once for each instance, the last first, with the values of each %s',
    async (kind) => {
      const story = (await storyOn(EACH(kind, '', 'undo each by whole'))).start().complete('a').complete('a');
      const items: unknown[] = [];
      while (story.tasks.includes('whole')) {
        items.push(...story.now.scopes.filter(({ kind }) => kind === 'item').map(({ id }) => story.data[id]?.n));
        story.complete('whole');
      }
      expect(items).toEqual([2, 1]);
      expect(story.tasks).toEqual(['after']);
      expect(story.data).toEqual({});
    },
  );

  test('of plain steps that is undone instance by instance tells of each what has undone it', async () => {
    const story = (
      await storyOn(`
        start s
        <userTask id="each"><multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics></userTask>
        undo each by un
        end t {compensate}
        s > each > t`)
    ).start();
    expect(orderOf(story)).toEqual(['each+each', 'each', 'un', 'un']);
    expect(story.all.filter((effect) => effect.kind === 'noted' && effect.code === 'compensated')).toHaveLength(2);
    expect(story.ended).toBe('completed');
  });
});

test('a loop is undone by the activity at its border once for each round', async () => {
  const story = (
    await storyOn(`
      start s
      <userTask id="again"><standardLoopCharacteristics loopMaximum="2" /></userTask>
      undo again by un
      end t {compensate}
      s > again > t`)
  ).start();
  expect(orderOf(story)).toEqual(['again', 'again', 'un', 'un']);
  expect(story.ended).toBe('completed');
});

test('a loop is undone round by round, the last first', async () => {
  const story = (
    await storyOn(`
      start s
      <subProcess id="sub"><standardLoopCharacteristics loopMaximum="2" />
        start go
        user a
        user b
        undo a by ua
        undo b by ub
        go > a > b
      </subProcess>
      end t {compensate}
      s > sub > t`)
  ).start();
  expect(orderOf(story)).toEqual(['a', 'b', 'a', 'b', 'ub', 'ua', 'ub', 'ua']);
});

test('a call is undone with the data that it had when it was done', async () => {
  const story = (
    await storyOn(
      `
      start s
      <callActivity id="call" calledElement="q"><extensionElements><gc:in from="title" to="subject" /></extensionElements></callActivity>
      end t {compensate}
      s > call > t`,
      `<process id="q" isExecutable="true">
        <startEvent id="qs" /><userTask id="do" /><sequenceFlow id="f" sourceRef="qs" targetRef="do" />
        <boundaryEvent id="bd" attachedToRef="do"><compensateEventDefinition /></boundaryEvent>
        <userTask id="undo" isForCompensation="true" /><association id="as" sourceRef="bd" targetRef="undo" />
      </process>`,
    )
  ).start({ title: '通知' });
  story.complete('do', { done: true }, { own: true });
  expect(story.tasks).toEqual(['undo']);
  const call = story.now.scopes.find(({ kind }) => kind === 'call');
  expect(call && story.data[call.id]).toEqual({ subject: '通知', done: true });
  story.complete('undo');
  expect(story.ended).toBe('completed');
  expect(Object.keys(story.data)).toEqual([story.root]);
});

describe('moves', () => {
  test('what was taken back cannot be undone, what is done again can', async () => {
    const lines = THREE('throw t {compensate}').replace('s > a > b > t', 's > a > b > d > t\nuser d');
    const story = (await storyOn(lines)).start().complete('a').complete('b').returnTo('d', 'a');
    expect(story.now.undoable).toEqual([]);
    story.complete('a').complete('b');
    expect(story.now.undoable.map(({ element }) => element)).toEqual(['a', 'b']);
  });

  test('whoever has set off what is being undone cannot withdraw as if they had not', async () => {
    const story = (await storyOn('start s\nuser a\nuser b\nundo a by ua\nend t {compensate}\ns > a > b > t'))
      .start()
      .complete('a')
      .complete('b');
    expect(story.try({ kind: 'move', move: { kind: 'withdraw', visit: story.done('b') } })?.code).toBe('illegalMove');
  });
});

test('a note fixed to a border is no handler', async () => {
  const story = (
    await storyOn(`
      start s
      user a
      on a late {timer}
      <textAnnotation id="note" /><association id="as" sourceRef="late" targetRef="note" />
      user after
      end e
      s > a > after
      late > e`)
  ).start();
  story.complete('a');
  expect(story.now.undoable).toEqual([]);
});

test('a marking tells apart what can be undone', async () => {
  const lines =
    'start s\nuser a\nuser b\nuser c\nundo a by ua\nundo b by ub\nand f\nand j\nend t {compensate}\nuser d\ns > f > a > j > d > t\nf > b > j';
  const first = (await storyOn(lines)).start().complete('a').complete('b');
  const second = (await storyOn(lines)).start().complete('b').complete('a');
  expect(first.tasks).toEqual(second.tasks);
  expect(first.key).not.toBe(second.key);
});

test('a marking tells apart in which order things were done in scopes beside each other, as all may be undone at once', async () => {
  const inside = (id: string): string =>
    `<subProcess id="in${id}">\nstart s${id}\nuser ${id}\nundo ${id} by u${id}\nuser ${id}2\ns${id} > ${id} > ${id}2\n</subProcess>`;
  const lines = `start s\n<transaction id="t">\nstart go\nand f\n${inside('a')}\n${inside('b')}\nuser stop\nend no {cancel}\ngo > f > ina\nf > inb\nf > stop > no\n</transaction>\non t gone {cancel}\nuser after\ngone > after\ns > t`;
  const first = (await storyOn(lines)).start().complete('a').complete('b');
  const second = (await storyOn(lines)).start().complete('b').complete('a');
  expect(first.tasks).toEqual(second.tasks);
  expect(first.key).not.toBe(second.key);
  expect(first.complete('stop').tasks).toEqual(['ub']);
  expect(second.complete('stop').tasks).toEqual(['ua']);
  expect(first.key).not.toBe(second.key);
});

test('an event sub-process can undo what was done so far inside of what it has cut off', async () => {
  const story = (
    await storyOn(`
      start s
      <subProcess id="sub">
        start go
        user a
        user b
        undo a by ua
        go > a > b
      </subProcess>
      s > sub
      <subProcess id="h" triggeredByEvent="true">
        start told {message}
        end t {compensate}
        told > t
      </subProcess>`)
  ).start();
  story.complete('a').message('told');
  expect(story.tasks).toEqual(['ua']);
  story.complete('ua');
  expect(story.ended).toBe('completed');
});

test('what undoes is not undone in its turn', async () => {
  const story = (
    await storyOn(`
      start s
      user b
      <boundaryEvent id="bb" attachedToRef="b">{compensate}</boundaryEvent>
      <subProcess id="ub" isForCompensation="true">
        start go
        user one
        undo one by unone
        go > one
      </subProcess>
      <association id="as2" sourceRef="bb" targetRef="ub" />
      throw t {compensate}
      end t2 {compensate}
      s > b > t > t2`)
  ).start();
  expect(orderOf(story)).toEqual(['b', 'one']);
  expect(story.ended).toBe('completed');
});

test('an activity whose way on was tried twice is undone once', async () => {
  const story = (
    await storyOn(`
      start s
      user a
      undo a by ua
      end t {compensate}
      s > a
      <sequenceFlow id="f" sourceRef="a" targetRef="t"><conditionExpression>ready</conditionExpression></sequenceFlow>`)
  ).start({ ready: false });
  story.complete('a');
  expect(story.incidents).toEqual(['noWayOn a']);
  story.act({ kind: 'change', changes: [{ scope: story.root, path: ['ready'], to: true }] });
  story.act({ kind: 'retry', incident: story.now.incidents[0]?.id ?? ('' as never) });
  expect(orderOf(story)).toEqual(['ua']);
});

test('given a return from what undoes, the rest that was about to be undone can be undone again', async () => {
  const lines = 'start s\nuser a\nuser b\nundo a by ua\nundo b by ub\nend t {compensate}\ns > a > b > t';
  const story = (await storyOn(lines)).start().complete('a').complete('b').returnTo('ub', 'b');
  expect(story.tasks).toEqual(['b']);
  expect(story.now.undoable.map(({ element, scope }) => [element, scope])).toEqual([['a', story.root]]);
  expect(orderOf(story)).toEqual(['b', 'ub', 'ua']);
});

test('an ad-hoc sub-process is undone as what was done in it', async () => {
  const story = (
    await storyOn(`
      start s
      <adHocSubProcess id="free">
        user a
        user b
        undo a by ua
        undo b by ub
      </adHocSubProcess>
      end t {compensate}
      s > free > t`)
  ).start();
  const scope = story.now.scopes.find(({ kind }) => kind === 'adHoc')?.id ?? story.root;
  for (const element of ['b', 'a', 'b']) story.act({ kind: 'startAdHoc', scope, element: element as never }).complete(element);
  story.act({ kind: 'completeAdHoc', scope });
  expect(orderOf(story)).toEqual(['ub', 'ua', 'ub']);
  expect(story.ended).toBe('completed');
});

test('given something that is undone beside, not waited for, when the case is returned to before it, then nothing of it is left', async () => {
  const lines = `
    start s
    user a
    user b
    undo a by ua
    throw t <compensateEventDefinition waitForCompletion="false" />
    user after
    s > a > b > t > after`;
  const story = (await storyOn(lines)).start().complete('a').complete('b');
  expect(story.tasks).toEqual(['after', 'ua']);
  story.returnTo('after', 'a');
  expect(story.tasks).toEqual(['a']);
  expect(story.now.scopes.map(({ kind }) => kind)).toEqual(['process']);
  expect(orderOf(story)).toEqual(['a', 'b', 'after+ua', 'ua']);
  expect(story.ended).toBe('completed');
});

test('an instance of a sub-process that keeps data of its own is undone with these', async () => {
  const story = (
    await storyOn(`
      start s
      <subProcess id="each"><property id="seat" name="seat" />
        <multiInstanceLoopCharacteristics isSequential="true"><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>
        user a
        undo a by ua
      </subProcess>
      end t {compensate}
      s > each > t`)
  ).start();
  story.complete('a', { seat: 'first' }).complete('a', { seat: 'second' });
  const seats: unknown[] = [];
  while (story.tasks.includes('ua')) {
    seats.push(...story.now.scopes.filter(({ keeps }) => keeps).map(({ id }) => story.data[id]?.seat));
    story.complete('ua');
  }
  expect(seats).toEqual(['second', 'first']);
  expect(story.ended).toBe('completed');
});

test('what is thrown after the undoing and could not be worked out is tried again without undoing what was done since', async () => {
  const story = (
    await storyOn(`
      start s
      and f
      user a
      undo a by ua
      user b
      undo b by ub
      throw t <extensionElements><gc:payload from="count(amount)" to="n" /></extensionElements>{compensate}{message}
      user after
      s > f > a > t > after
      f > b`)
  ).start({ amount: Array.from({ length: 1001 }, () => 1) });
  story.complete('a').complete('ua').complete('b');
  expect(story.incidents).toEqual(['mappingFailed t']);
  story.act({ kind: 'change', changes: [{ scope: story.root, path: ['amount'], to: [] }] });
  story.act({ kind: 'retry', incident: story.now.incidents[0]?.id ?? ('' as never) });
  expect(story.tasks).toEqual(['after']);
});
