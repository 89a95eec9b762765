import { describe, expect, test } from '@jest/globals';
import { storyOn } from './drawing.ts';
import type { Story } from './harness.ts';

/** A step that can be undone, another that is still open, and an end that undoes and does more, all inside of what its border takes it out of. */
const lines = (results: string, more = '', kind = 'subProcess'): string => `
  start s
  <${kind} id="work">
    start go
    and fork
    user a
    user b
    user open
    undo a by ua
    end over ${results}
    go > fork > a > b > over
    fork > open
    ${more}
  </${kind}>
  user after
  s > work > after`;

const came = async (text: string): Promise<Story> => (await storyOn(text)).start().complete('a').complete('b');
/** What was sent or noted since the story began, in its order. */
const told = (story: Story): readonly string[] =>
  story.all.flatMap((effect) => {
    if (effect.kind === 'messageSent' || effect.kind === 'signalSent') return [`${effect.kind} ${effect.name}`];
    return effect.kind === 'noted' ? [effect.code] : [];
  });

describe('an end that undoes and does more first has all undone, and then', () => {
  test('sends its message and its signal', async () => {
    const story = await came(lines('{message}{compensate}{signal}'));
    expect(story.tasks).toEqual(['open', 'ua']);
    expect(told(story)).toEqual(['compensated']);
    story.complete('ua');
    expect(told(story)).toEqual(['compensated', 'messageSent letter', 'signalSent bell']);
    expect(story.tasks).toEqual(['open']);
    expect(story.complete('open').tasks).toEqual(['after']);
  });

  test('throws its error, which would have cut the undoing off', async () => {
    const story = await came(`${lines('{error}{compensate}')}
      on work failed {error}
      user mend
      failed > mend`);
    expect(story.tasks).toEqual(['open', 'ua']);
    expect(story.complete('ua').tasks).toEqual(['mend']);
    expect(story.complete('mend').ended).toBe('completed');
  });

  test('throws its error even where it was not to wait, because nothing could be undone any more after it', async () => {
    const story = await came(`${lines('<compensateEventDefinition waitForCompletion="false" />{error}')}
      on work failed {error}
      user mend
      failed > mend`);
    expect(story.tasks).toEqual(['open', 'ua']);
    expect(story.complete('ua').tasks).toEqual(['mend']);
  });

  test('raises its escalation: one that interrupts ends all around, another is only heard', async () => {
    const text = `${lines('{escalation}{compensate}')}
      on work told {escalation}
      user look
      told > look`;
    const story = (await came(text)).complete('ua');
    expect(story.tasks).toEqual(['look']);
    const beside = (await came(text.replace('on work told', 'beside work told'))).complete('ua');
    expect(beside.tasks).toEqual(['look', 'open']);
  });

  test('terminates what is around', async () => {
    const story = (await came(lines('{terminate}{compensate}'))).complete('ua');
    expect(story.tasks).toEqual(['after']);
  });

  test('cancels the transaction, in which nothing is undone twice', async () => {
    const more = 'undo b by ub';
    const story = await came(`${lines('<compensateEventDefinition activityRef="a" />{cancel}', more, 'transaction')}
      on work gone {cancel}
      user stay
      gone > stay`);
    expect(story.tasks).toEqual(['open', 'ua']);
    expect(story.complete('ua').tasks).toEqual(['ub']);
    expect(story.complete('ub').tasks).toEqual(['stay']);
  });

  test('does so at once where there is nothing to undo', async () => {
    const story = (
      await storyOn(`${lines('{compensate}{error}').replace('undo a by ua', '')}
      on work failed {error}
      user mend
      failed > mend`)
    ).start();
    expect(story.complete('a').complete('b').tasks).toEqual(['mend']);
  });

  test('an event on the way does so, too, and goes on from there', async () => {
    const story = (
      await storyOn(`
        start s
        user a
        undo a by ua
        throw t {escalation}{message}{compensate}
        user after
        s > a > t > after`)
    ).start();
    expect(told(story.complete('a'))).toEqual(['compensated']);
    story.complete('ua');
    expect(told(story)).toEqual(['compensated', 'messageSent letter', 'escalationUncaught']);
    expect(story.tasks).toEqual(['after']);
  });
});

describe('an end with several results brings all of them about', () => {
  const outer = (results: string, inner: string, more: string): string => `
    start s
    <subProcess id="outer">
      start o
      <subProcess id="work">
        start go
        and fork
        user a
        user open
        end over ${results}
        go > fork > a > over
        fork > open
      </subProcess>
      ${inner}
      o > work
    </subProcess>
    ${more}
    s > outer`;

  test('an escalation that ends what is around does not keep its error from whoever is further out', async () => {
    const story = (
      await storyOn(
        outer(
          '{escalation}{error}',
          'on work told {escalation}\nuser look\ntold > look',
          'on outer failed {error}\nuser mend\nfailed > mend',
        ),
      )
    ).start();
    expect(story.complete('a').tasks).toEqual(['mend']);
  });

  test('an error that nobody takes is an incident beside what its escalation has led to', async () => {
    const story = (await storyOn(outer('{escalation}{error}', 'on work told {escalation}\nuser look\ntold > look', ''))).start();
    expect(story.complete('a').tasks).toEqual(['look']);
    expect(story.incidents).toEqual(['errorUncaught over']);
    story.act({ kind: 'skip', incident: story.now.incidents[0]?.id ?? ('' as never) });
    expect(story.complete('look').ended).toBe('completed');
  });

  test('of two escalations the second is heard further out, though the first has ended what is around', async () => {
    const second = '<escalationEventDefinition escalationRef="esc2" />';
    const story = (
      await storyOn(
        outer(
          `{escalation}${second}`,
          'on work told {escalation}\nuser look\ntold > look',
          `beside outer heard ${second}\nuser note\nheard > note`,
        ),
      )
    ).start();
    expect(story.complete('a').tasks).toEqual(['look', 'note']);
  });

  test('a termination beside an error that nobody takes ends what else runs, and the error stands', async () => {
    const story = (await storyOn(outer('{terminate}{error}', '', ''))).start();
    expect(story.complete('a').tasks).toEqual([]);
    expect(story.incidents).toEqual(['errorUncaught over']);
    story.act({ kind: 'skip', incident: story.now.incidents[0]?.id ?? ('' as never) });
    expect(story.ended).toBe('completed');
  });

  test('a cancel beside an error undoes first; without a transaction the error is what is left', async () => {
    const story = await came(`${lines('{error}{cancel}', '', 'transaction')}
      on work gone {cancel}
      on work failed {error}
      user stay
      user mend
      gone > stay
      failed > mend`);
    expect(story.tasks).toEqual(['ua']);
    expect(story.complete('ua').tasks).toEqual(['stay']);
    const plain = await came(`${lines('{error}{cancel}')}
      on work failed {error}
      user mend
      failed > mend`);
    expect(plain.tasks).toEqual(['mend']);
  });
});

test('an error that nobody took is tried again without sending again what was sent with it', async () => {
  const story = await came(lines('{message}{escalation}{error}{compensate}'));
  story.complete('ua');
  expect(story.incidents).toEqual(['errorUncaught over']);
  const before = told(story);
  expect(before).toEqual(['compensated', 'messageSent letter', 'escalationUncaught']);
  story.act({ kind: 'retry', incident: story.now.incidents[0]?.id ?? ('' as never) });
  expect(story.incidents).toEqual(['errorUncaught over']);
  expect(told(story)).toEqual(before);
});
