import { describe, expect, test } from '@jest/globals';
import { atWall, moment } from '../../../packages/modeler/src/words/moment.ts';

describe('A moment is written by the office’s clock', () => {
  const now = new Date('2026-11-24T02:00:00.000Z');
  test.each([
    ['in the morning', '2026-11-24T01:05:00.000Z', '11-24 09:05'],
    ['late in Greenwich, the next day in Beijing', '2026-11-23T16:30:00.000Z', '11-24 00:30'],
    ['in another year, with the year', '2025-12-31T15:59:00.000Z', '2025-12-31 23:59'],
    ['at the turn of the year in Beijing, not of Greenwich', '2025-12-31T16:00:00.000Z', '01-01 00:00'],
  ])('%s', (_, at, written) => {
    expect(moment(at, now)).toBe(written);
  });

  test('what stands on its wall is that moment, wherever it is chosen', () => {
    expect(atWall('2026-11-24T09:05')).toBe('2026-11-24T01:05:00.000Z');
  });

  test('on paper always with the year', () => {
    expect(moment('2026-11-24T01:05:00.000Z', null)).toBe('2026-11-24 09:05');
  });
});
