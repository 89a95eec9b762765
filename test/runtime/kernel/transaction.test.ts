import { describe, expect, test } from '@jest/globals';
import { storyOn } from './drawing.ts';
import type { Story } from './harness.ts';

const TRIP = (more = '', characteristics = '') => `
  start s
  <transaction id="trip">${characteristics}
    start go
    and fork
    and both
    user car
    user room
    undo car by uncar
    undo room by unroom
    user agree
    <exclusiveGateway id="what" default="what-well" />
    end well
    end no {cancel}
    end wrong {error}
    go > fork > car > both > agree > what > well
    fork > room > both
    <sequenceFlow id="f1" sourceRef="what" targetRef="no"><conditionExpression>how = "no"</conditionExpression></sequenceFlow>
    <sequenceFlow id="f2" sourceRef="what" targetRef="wrong"><conditionExpression>how = "wrong"</conditionExpression></sequenceFlow>
    ${more}
  </transaction>
  on trip cancelled {cancel}
  on trip failed {anyError}
  user stay
  user mend
  user after
  end e
  cancelled > stay > e
  failed > mend > e
  s > trip > after`;

const booked = async (lines = TRIP()): Promise<Story> => (await storyOn(lines)).start().complete('car').complete('room');

describe('a transaction', () => {
  test('that ends well goes on, and nothing is undone', async () => {
    const story = (await booked()).complete('agree', { how: 'yes' });
    expect(story.tasks).toEqual(['after']);
  });

  test('that is cancelled undoes what was done in it, the last first, and then leaves by its cancel border', async () => {
    const story = (await booked()).complete('agree', { how: 'no' });
    expect(story.tasks).toEqual(['unroom']);
    expect(story.now.scopes.find(({ kind }) => kind === 'transaction')?.phase).toBe('cancelling');
    story.complete('unroom');
    expect(story.tasks).toEqual(['uncar']);
    story.complete('uncar');
    expect(story.tasks).toEqual(['stay']);
    expect(story.now.scopes).toHaveLength(1);
    story.complete('stay');
    expect(story.ended).toBe('completed');
  });

  test('that fails by an error leaves at once, and nothing is undone', async () => {
    const story = (await booked()).complete('agree', { how: 'wrong' });
    expect(story.tasks).toEqual(['mend']);
    expect(story.now.undoable).toEqual([]);
  });

  test('that was done can be undone as one', async () => {
    const lines = TRIP().replace('s > trip > after', 'end back {compensate}\ns > trip > after > back');
    const story = (await booked(lines)).complete('agree').complete('after');
    expect(story.tasks).toEqual(['unroom']);
    story.complete('unroom').complete('uncar');
    expect(story.ended).toBe('completed');
  });

  test('with nothing to undo leaves by its cancel border at once', async () => {
    const story = (
      await storyOn(
        'start s\n<transaction id="t">start go\nend no {cancel}\ngo > no</transaction>\non t c {cancel}\nuser stay\ns > t\nc > stay',
      )
    ).start();
    expect(story.tasks).toEqual(['stay']);
  });
});

describe('a cancel', () => {
  const INNER = (at: string) => `
    <subProcess id="deep">
      start d0
      user d1
      user d2
      undo d1 by und1
      d0 > d1 > d2
    </subProcess>
    ${at}
    fork > deep > both`;

  test('ends what still runs, and undoes what was done inside of that so far', async () => {
    const lines = TRIP(`${INNER('')}
      <subProcess id="quit" triggeredByEvent="true">
        start told {message}
        end quits {cancel}
        told > quits
      </subProcess>`);
    const story = (await storyOn(lines)).start().complete('car').complete('d1').message('told');
    expect(story.tasks).toEqual(['und1']);
    story.complete('und1');
    expect(story.tasks).toEqual(['uncar']);
    story.complete('uncar');
    expect(story.tasks).toEqual(['stay']);
  });

  test('from a sub-process of the transaction cancels the transaction', async () => {
    const lines = TRIP(INNER('').replace('d1 > d2', 'd1 > dn').replace('user d2', 'end dn {cancel}'));
    const story = (await storyOn(lines)).start().complete('car').complete('d1');
    expect(story.tasks).toEqual(['und1']);
    story.complete('und1').complete('uncar');
    expect(story.tasks).toEqual(['stay']);
  });

  test('that no border takes is an incident, and the transaction can be tried again from its beginning', async () => {
    const lines = TRIP().replace('on trip cancelled {cancel}', 'on trip cancelled {message}');
    const story = (await booked(lines)).complete('agree', { how: 'no' }).complete('unroom').complete('uncar');
    expect(story.incidents).toEqual(['errorUncaught trip']);
    story.act({ kind: 'retry', incident: story.now.incidents[0]?.id ?? ('' as never) });
    expect(story.tasks).toEqual(['car', 'room']);
    expect(story.incidents).toEqual([]);
  });

  test('without a transaction around is an incident', async () => {
    const story = (await storyOn('start s\nend no {cancel}\ns > no')).start();
    expect(story.incidents).toEqual(['errorUncaught no']);
  });

  test('is told in the trail: the border comes from the transaction and from who cancelled it', async () => {
    const story = (await booked()).complete('agree', { how: 'no' }).complete('unroom').complete('uncar');
    const [trip, no] = ['trip', 'no'].map((element) => story.trail.find((pass) => pass.element === element));
    expect(story.trail.find((pass) => pass.element === 'cancelled')?.from).toEqual([trip?.visit, no?.visit]);
    expect(no?.closed).toBe('completed');
    expect(trip?.closed).toBe('interrupted');
  });
});

test('an error while a transaction is being cancelled leaves by its error border', async () => {
  const story = (await booked()).complete('agree', { how: 'no' });
  story.act({ kind: 'fault', visit: story.visitOf('unroom'), code: 'x', payload: null });
  expect(story.tasks).toEqual(['mend']);
  expect(story.now.undoable).toEqual([]);
});

test('a step before a transaction can be returned to, and so can the transaction', async () => {
  const lines = TRIP().replace('s > trip > after', 'user before\nuser last\ns > before > trip > after > last');
  const story = (await storyOn(lines)).start().complete('before').complete('car').complete('room').complete('agree').complete('after');
  expect(story.choices('last')).toMatchObject({ before: 'legal', trip: 'legal' });
  story.returnTo('last', 'trip');
  expect(story.tasks).toEqual(['car', 'room']);
  expect(story.now.undoable).toEqual([]);
});

test('an error while a transaction is being cancelled is not for its own event sub-process: that has ended with what ran', async () => {
  const lines = TRIP(`
    <subProcess id="h" triggeredByEvent="true">
      start caught {anyError}
      user never
      caught > never
    </subProcess>`);
  const story = (await booked(lines)).complete('agree', { how: 'no' });
  story.act({ kind: 'fault', visit: story.visitOf('unroom'), code: 'x', payload: null });
  expect(story.tasks).toEqual(['mend']);
});

describe('a cancel in one of several runs of a transaction', () => {
  const EACH = (how = '') =>
    `<multiInstanceLoopCharacteristics ${how}><loopCardinality>3</loopCardinality></multiInstanceLoopCharacteristics>`;
  const ROUNDS = '<standardLoopCharacteristics loopMaximum="3" />';
  /** One run comes to its decision; where several are open, the one that was opened first. */
  const through = (story: Story, how: string): Story => story.complete('car').complete('room').complete('agree', { how });
  /** What is undone, one after the other: the tasks that are open at each time, with the item that each is within. */
  const undoing = (story: Story): readonly string[] => {
    const order: string[] = [];
    for (let round = 0; round < 20 && !story.tasks.includes('stay'); round += 1) {
      order.push(story.tasks.join('+'));
      story.complete(story.tasks[0] ?? '');
    }
    return order;
  };

  test('at once: cancels all of them, undoes what was done in each, whether it runs or is done, and then leaves by the border', async () => {
    const story = (await storyOn(TRIP('', EACH()))).start();
    through(story, 'yes').complete('car').complete('car').complete('room').complete('agree', { how: 'no' });
    expect(story.tasks).toEqual(['unroom']);
    expect(story.now.scopes.find(({ kind }) => kind === 'many')?.phase).toBe('cancelling');
    // The second was cancelled, in which the room was done last; then the third, which has only the car; then the first, which ended well.
    expect(undoing(story)).toEqual(['unroom', 'uncar', 'uncar', 'unroom', 'uncar']);
    expect(story.tasks).toEqual(['stay']);
    expect(story.now.scopes).toHaveLength(1);
    expect(story.now.undoable).toEqual([]);
    expect(story.complete('stay').ended).toBe('completed');
  });

  test('in turn: undoes those that are done, too, the last first, and begins no other', async () => {
    const story = (await storyOn(TRIP('', EACH('isSequential="true"')))).start();
    through(story, 'yes');
    through(story, 'no');
    expect(undoing(story)).toEqual(['unroom', 'uncar', 'unroom', 'uncar']);
    expect(story.complete('stay').ended).toBe('completed');
  });

  test('in rounds: undoes the rounds before, too, and there is no other', async () => {
    const story = (await storyOn(TRIP('', ROUNDS))).start();
    through(story, 'yes');
    through(story, 'no');
    expect(undoing(story)).toEqual(['unroom', 'uncar', 'unroom', 'uncar']);
    expect(story.complete('stay').ended).toBe('completed');
  });

  test('each is undone with the values of its own item', async () => {
    const story = (await storyOn(TRIP('', EACH().replace('3', '2')))).start();
    through(story, 'yes');
    story.complete('car').complete('room').complete('agree', { how: 'no' });
    const items: unknown[] = [];
    for (let round = 0; round < 4; round += 1) {
      const scope = story.now.scopes.find(({ kind }) => kind === 'item');
      items.push(scope?.locals.index);
      story.complete(story.tasks[0] ?? '');
    }
    expect(items).toEqual([1, 1, 0, 0]);
    expect(story.tasks).toEqual(['stay']);
  });

  test('no other can be added or taken away while all is undone', async () => {
    const story = (await storyOn(TRIP('', EACH()))).start();
    through(story, 'no');
    const host = story.now.tokens.find(({ element }) => element === 'trip')?.visit ?? ('' as never);
    expect(story.try({ kind: 'move', move: { kind: 'addInstance', host, items: [4] } })?.code).toBe('illegalMove');
  });

  test('a condition that could not be told no longer counts', async () => {
    const undecided = EACH().replace('</multi', '<completionCondition>enough</completionCondition></multi');
    const story = (await storyOn(TRIP('', undecided))).start();
    through(story, 'yes');
    expect(story.incidents).toEqual(['conditionUndecided trip']);
    through(story, 'no');
    expect(story.incidents).toEqual([]);
  });

  test('that no border takes is an incident once all is undone, and the whole can be tried again', async () => {
    const story = (await storyOn(TRIP('', EACH()).replace('on trip cancelled {cancel}', 'on trip cancelled {message}'))).start();
    through(story, 'no').complete('unroom').complete('uncar');
    expect(story.incidents).toEqual(['errorUncaught trip']);
    story.act({ kind: 'retry', incident: story.now.incidents[0]?.id ?? ('' as never) });
    expect(story.tasks).toEqual(['car', 'car', 'car', 'room', 'room', 'room']);
  });

  test('an error while they are undone leaves by the error border of the whole', async () => {
    const story = (await storyOn(TRIP('', EACH()))).start();
    through(story, 'no');
    story.act({ kind: 'fault', visit: story.visitOf('unroom'), code: 'x', payload: null });
    expect(story.tasks).toEqual(['mend']);
    expect(story.now.undoable).toEqual([]);
  });
});

describe('a transaction that is being cancelled', () => {
  test('is no longer left by what else its border waited for: all is undone', async () => {
    const lines = `${TRIP()}
      on trip late {timer}
      beside trip rung {signal}
      user chase
      late > chase
      rung > chase`;
    const story = (await booked(lines)).complete('agree', { how: 'no' });
    expect(story.open).toEqual(['task unroom']);
    expect(story.complete('unroom').complete('uncar').tasks).toEqual(['stay']);
  });

  test('has its border again when it is tried again because no border took the cancel', async () => {
    const lines = `${TRIP().replace('on trip cancelled {cancel}', 'on trip cancelled {message}')}
      on trip late {timer}
      user chase
      late > chase`;
    const story = (await booked(lines)).complete('agree', { how: 'no' }).complete('unroom').complete('uncar');
    story.act({ kind: 'retry', incident: story.now.incidents[0]?.id ?? ('' as never) });
    expect(story.open).toEqual(['message cancelled', 'task car', 'task room', 'timer late']);
    expect(story.due('late').tasks).toEqual(['chase']);
  });
});

test('a cancel in one of several runs undoes a run that was done by the activity at the border', async () => {
  const each =
    '<multiInstanceLoopCharacteristics isSequential="true"><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>';
  const story = (await storyOn(`${TRIP('', each)}\nundo trip by refund`)).start();
  story.complete('car').complete('room').complete('agree').complete('car').complete('room').complete('agree', { how: 'no' });
  expect(story.tasks).toEqual(['unroom']);
  story.complete('unroom').complete('uncar');
  expect(story.tasks).toEqual(['refund']);
  expect(story.complete('refund').tasks).toEqual(['stay']);
});
