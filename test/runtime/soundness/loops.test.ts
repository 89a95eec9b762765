import { describe, expect, test } from '@jest/globals';
import { decides, drawn, flows, soundness, task } from './drawing.ts';

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

  test('and one that nobody can ever leave is found', async () => {
    expect((await soundness(looped('true'))).verdict).toBe('unsound');
  });
});
