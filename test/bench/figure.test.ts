import { describe, expect, test } from '@jest/globals';
import { exitCode, inWords, judged, notRun, type About } from '../../bench/src/report/figure.ts';

const about: About = { figure: 'a step', group: 'quick', unit: 'µs' };
const verdict = (ours: number, yardstick: number, goal: Parameters<typeof judged>[2]) =>
  judged(about, { ours, yardstick, reason: '' }, goal);

describe('A figure', () => {
  test('given a goal to be so many times faster, when ours takes a 500th, then it holds, and a little more does not', () => {
    const goal = { kind: 'timesFaster', times: 500 } as const;
    expect(verdict(10, 5000, goal)).toMatchObject({ ratio: 500, holds: true, goal: '≥ 500× faster' });
    expect(verdict(10.1, 5000, goal).holds).toBe(false);
  });

  test('given a goal of a factor and a ceiling, when either is passed, then it does not hold', () => {
    const goal = { kind: 'timesAtMost', times: 1.2, below: 2048 } as const;
    expect(verdict(1200, 1000, goal)).toMatchObject({ ratio: 1.2, holds: true, goal: '≤ 1.2× and < 2048 µs' });
    expect(verdict(1201, 1000, goal).holds).toBe(false);
    expect(verdict(2048, 2000, goal).holds).toBe(false);
  });

  test('given a goal of a share, when ours reaches half, then it holds, and less does not', () => {
    const goal = { kind: 'shareAtLeast', share: 0.5 } as const;
    expect(verdict(50, 100, goal)).toMatchObject({ ratio: 0.5, holds: true, goal: '≥ 50 %' });
    expect(verdict(49.9, 100, goal).holds).toBe(false);
  });

  test('given an absolute goal, when there is no yardstick, then there is no ratio either, and the limit itself is told apart from below it', () => {
    const none = judged(about, { ours: 0, reason: '' }, { kind: 'atMost', value: 0 });
    expect(none).toMatchObject({ yardstick: null, ratio: null, holds: true });
    expect(judged(about, { ours: 1, reason: '' }, { kind: 'atMost', value: 0 }).holds).toBe(false);
    expect(judged(about, { ours: 200, reason: '' }, { kind: 'below', value: 200 }).holds).toBe(false);
    expect(inWords({ kind: 'below', value: 200 }, 'ms')).toBe('< 200 ms');
  });

  test('given a goal that compares, when the yardstick is missing, then the bench itself is wrong', () => {
    expect(() => judged(about, { ours: 1, reason: '' }, { kind: 'shareAtLeast', share: 0.5 })).toThrow('a step has no yardstick');
  });

  test('given a value that is not a number, when it is judged, then it does not hold', () => {
    expect(judged(about, { ours: Number.NaN, reason: '' }, { kind: 'below', value: 200 }).holds).toBe(false);
    expect(verdict(Number.NaN, 100, { kind: 'timesAtMost', times: 1.5 }).holds).toBe(false);
  });
});

describe('The exit code', () => {
  const good = verdict(1, 500, { kind: 'timesFaster', times: 500 });
  const bad = verdict(2, 500, { kind: 'timesFaster', times: 500 });
  const missing = notRun(about, { kind: 'timesFaster', times: 500 }, 'no chromium');

  test('given figures, when all hold, then 0; when one does not, then 1; when one could not be run and the others hold, then 2', () => {
    expect(exitCode([good, good])).toBe(0);
    expect(exitCode([good, bad, missing])).toBe(1);
    expect(exitCode([good, missing])).toBe(2);
    expect(exitCode([])).toBe(2);
  });
});
