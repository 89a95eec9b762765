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

  test('of one of several transactions leaves by the border of the whole', async () => {
    const each = '<multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>';
    const story = (await storyOn(TRIP('', each))).start();
    story.complete('car').complete('room').complete('agree', { how: 'no' });
    expect(story.tasks).toEqual(['car', 'room', 'unroom']);
    story.complete('unroom').complete('uncar');
    expect(story.tasks).toEqual(['stay']);
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
