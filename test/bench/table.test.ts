import { describe, expect, test } from '@jest/globals';
import { judged, notRun, type Figure } from '../../bench/src/report/figure.ts';
import type { Machine } from '../../bench/src/report/machine.ts';
import { bestOfFive, percentile } from '../../bench/src/report/spread.ts';
import { readable, results, table } from '../../bench/src/report/table.ts';

const machine: Machine = { processor: 'Abacus 1', cores: 2, memory: 8, node: 'v20.19.0', system: 'linux x64', loop: 71.4 };
const figures: readonly Figure[] = [
  judged(
    { figure: 'a step', group: 'quick', unit: 'µs' },
    { ours: 8.512, yardstick: 13_294.2, reason: 'turn about' },
    { kind: 'timesFaster', times: 500 },
  ),
  judged(
    { figure: 'rate', group: 'store', unit: '/s' },
    { ours: 100, yardstick: 400, reason: 'a | b' },
    { kind: 'shareAtLeast', share: 0.5 },
  ),
  notRun({ figure: 'seen', group: 'browser', unit: 'ms' }, { kind: 'below', value: 200 }, 'no chromium is installed here'),
];

describe('The table', () => {
  test('given figures, when they are printed, then the machine stands first, columns are aligned and each says how or why not', () => {
    expect(table(figures, machine).split('\n')).toEqual([
      'Abacus 1, 2 cores, 8 GiB, Node v20.19.0, linux x64; fixed CPU loop 71 ms',
      '',
      'figure  ours     yardstick  ratio  goal           verdict',
      'a step  8.51 µs  13294 µs   1562   ≥ 500× faster  holds',
      '    turn about',
      'rate    100 /s   400 /s     0.25   ≥ 50 %         DOES NOT HOLD',
      '    a | b',
      'seen    –        –          –      < 200 ms       not run',
      '    no chromium is installed here',
    ]);
  });

  test('given the results file, when a reason holds a bar, then the row still has its seven cells', () => {
    const text = results(figures, { machine, commit: 'abc1234', day: '2026-11-24' });
    expect(text).toContain('Commit abc1234, 2026-11-24.');
    expect(text).toContain('| rate | 100 /s | 400 /s | 0.25 | ≥ 50 % | DOES NOT HOLD | a \\| b |');
  });

  test('given numbers of any size, when they are shown, then with the digits that mean something', () => {
    expect([0, 12, 1234.5, 12.345, 0.01234, null].map(readable)).toEqual(['0', '12', '1235', '12.35', '0.012', '–']);
  });
});

describe('Samples', () => {
  test('given a hundred samples, when the 99th percentile is asked for, then it is the 99th of them in order', () => {
    const samples = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(percentile(samples, 0.99)).toBe(99);
    expect(percentile([7], 0.99)).toBe(7);
    expect(percentile([], 0.99)).toBeNaN();
  });

  test('given rounds, when one is good enough, then no more are run; when none is, then the best of five counts', async () => {
    const rounds = [300, 250, 150, 100];
    expect(
      await bestOfFive(
        async () => rounds.shift() ?? 0,
        (value) => value < 200,
      ),
    ).toBe(150);
    expect(rounds).toEqual([100]);
    const bad = [300, 250, 400, 350, 500, 1];
    expect(
      await bestOfFive(
        async () => bad.shift() ?? 0,
        (value) => value < 200,
      ),
    ).toBe(250);
  });
});
