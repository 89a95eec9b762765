import { describe, expect, test } from '@jest/globals';
import { decides, drawn, flows, soundness, task } from './drawing.ts';
import { inShort, judged, plain, some } from './judging.ts';

const looped = (condition: string, more = ''): string =>
  drawn(
    task(
      'again',
      '逐件核对',
      `${decides('verdict')}<standardLoopCharacteristics ${more}><loopCondition xsi:type="tFormalExpression">${condition}</loopCondition></standardLoopCharacteristics>`,
    ) + flows('start > again > end'),
  );

describe('a loop is explored', () => {
  test('without counting rounds that nothing asks for', async () => {
    const { verdict, problems } = await soundness(looped('verdict = "back"'));
    expect({ verdict, problems }).toEqual({ verdict: 'sound', problems: [] });
  });

  test('with its rounds where its condition counts them, or a maximum does', async () => {
    expect((await soundness(looped('loopCounter &lt; 3'))).verdict).toBe('sound');
    expect((await soundness(looped('true', 'loopMaximum="3"'))).verdict).toBe('sound');
  });

  test.each(['testBefore="true"', 'testBefore="false" loopMaximum="0"'])(
    'that is over before its first round, and what is asked behind it is asked then: %s',
    async (how) => {
      const [found] = await judged(
        plain(
          some('startEvent', 's') +
            some('userTask', 'a', 'd') +
            `<userTask id="b"><standardLoopCharacteristics ${how}><loopCondition>again = true</loopCondition></standardLoopCharacteristics></userTask>` +
            '<exclusiveGateway id="x" default="x-e"/>' +
            some('parallelGateway', 'j') +
            some('endEvent', 'e'),
          's > a > b > x > e',
          'x > j : wrong = true',
          'd > j > e',
        ),
      );
      expect(found && inShort(found)).toContainEqual('optionToComplete j: start s, complete a');
    },
  );

  test('and one that nobody can ever leave is found', async () => {
    expect((await soundness(looped('true'))).verdict).toBe('unsound');
  });
});
