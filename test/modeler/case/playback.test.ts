import { describe, expect, test } from '@jest/globals';
import type { CaseDiagram } from '@guicheng/server/contract';
import { durationText } from '../../../packages/modeler/src/case/duration.ts';
import { momentsOf, stillAt } from '../../../packages/modeler/src/case/playback.ts';

const at = (minute: number): string => `2026-11-24T01:${String(minute).padStart(2, '0')}:00.000Z`;
const pass = (element: string, entered: number, left: number, closed = 'completed'): CaseDiagram['passes'][number] => ({
  element,
  at: at(left),
  by: { id: 'wu-fang', name: { zh: '吴芳' } },
  enteredAt: at(entered),
  closed,
  visit: `${element}${entered}`,
});

/** Registered, proposed, sent back by the leader, proposed again; the leader has it. */
const diagram = {
  passes: [
    pass('register', 0, 1),
    pass('gateway', 1, 1),
    pass('propose', 1, 5),
    pass('instruct', 5, 7, 'takenBack'),
    pass('propose', 7, 9),
  ],
  flows: [
    { flow: 'a', at: at(1) },
    { flow: 'b', at: at(5) },
    { flow: 'b', at: at(9) },
  ],
  open: [{ element: 'instruct', seats: [], since: at(9) }],
  choosing: [],
};

describe('Playing a case back', () => {
  test('has one position a moment at which something came to its end', () => {
    expect(momentsOf(diagram)).toEqual([at(1), at(5), at(7), at(9)]);
  });

  test('begins before anything was done', () => {
    const still = stillAt(diagram, 0);
    expect([still.done, still.now, still.flows, still.just]).toEqual([[], [], [], []]);
  });

  test('shows in between what was being done then', () => {
    const still = stillAt(diagram, 1);
    expect(still.done).toEqual(['register', 'gateway']);
    expect(still.now).toEqual(['propose']);
    expect(still.flows).toEqual(['a']);
    expect(still.just.map((one) => one.element)).toEqual(['register', 'gateway']);
  });

  test('marks what was taken back, until it is done anew', () => {
    expect(stillAt(diagram, 3).returned).toEqual(['instruct']);
    expect(stillAt(diagram, 3).now).toEqual(['propose']);
    expect(stillAt(diagram, 4).returned).toEqual([]);
  });

  test('ends where the case is, with every loop counted', () => {
    const still = stillAt(diagram, 4);
    expect(still.now).toEqual(['instruct']);
    expect(still.done).toEqual(['register', 'gateway', 'propose']);
    expect(Object.fromEntries(still.passes)).toEqual({ register: 1, gateway: 1, propose: 2 });
  });

  test('shows a case in which nothing was done yet where it is', () => {
    expect(stillAt({ passes: [], flows: [], open: diagram.open, choosing: [] }, 0).now).toEqual(['instruct']);
  });
});

describe('How long it took', () => {
  test.each([
    ['2026-11-24T01:00:00Z', '2026-11-24T01:00:40Z', '不到 1 分钟'],
    ['2026-11-24T01:00:00Z', '2026-11-24T01:25:00Z', '25 分钟'],
    ['2026-11-24T01:00:00Z', '2026-11-24T03:00:00Z', '2 小时'],
    ['2026-11-24T01:00:00Z', '2026-11-24T03:05:00Z', '2 小时 5 分'],
    ['2026-11-24T01:00:00Z', '2026-11-26T05:00:00Z', '2 天 4 小时'],
    ['2026-11-01T01:00:00Z', '2026-11-21T05:00:00Z', '20 天'],
  ])('from %s to %s: %s', (from, to, words) => {
    expect(durationText(from, to).zh).toBe(words);
  });

  test('marks a part whose steps are chosen for as long as it is open, and not before in the playback', () => {
    const choosing = { ...diagram, choosing: ['settle'] };
    expect(stillAt(choosing, 4).now).toEqual(['instruct', 'settle']);
    expect(stillAt(choosing, 3).now).toEqual(['propose']);
  });
});
