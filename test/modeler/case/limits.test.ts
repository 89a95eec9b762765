import { describe, expect, test } from '@jest/globals';
import type { CasePage, RunningLimit } from '@guicheng/server/contract';
import { limitName } from '../../../packages/modeler/src/case/limitName.ts';
import { limitsOfLines } from '../../../packages/modeler/src/case/limitsOfLines.ts';

const due = (at: string): RunningLimit['due'] => ({ at, state: 'later', words: { zh: '' }, provisional: false });
const limit = (id: string, at: string): RunningLimit => ({ id, name: { zh: id }, step: { zh: '办理' }, due: due(at), words: null });

/** A case c whose open steps, by visit, show these due times. */
const page = (open: { readonly [visit: string]: string | null }, limits: readonly RunningLimit[]) =>
  ({
    card: { id: 'c', open: Object.entries(open).map(([visit, at]) => ({ task: `c.${visit}`, due: at === null ? null : due(at) })) },
    limits,
  }) as unknown as CasePage;

const split = (of: CasePage) => {
  const { told, rest } = limitsOfLines(of);
  return { told: Object.fromEntries([...told].map(([task, one]) => [task, one.id])), rest: rest.map((one) => one.id) };
};

describe('The limits of a case', () => {
  test('that the line of an open step tells are not told again; each of several open steps has its own', () => {
    const limits = [limit('handle:v1', '2026-12-04'), limit('handle:v2', '2026-12-04')];
    expect(split(page({ v1: '2026-12-04', v2: '2026-12-04' }, limits))).toEqual({
      told: { 'c.v1': 'handle:v1', 'c.v2': 'handle:v2' },
      rest: [],
    });
  });

  test('that run for the whole case or span steps are told beside, also where they run out first and the line shows their date', () => {
    expect(split(page({ v1: '2026-12-04', v2: null }, [limit('span:v9', '2026-12-04'), limit('whole:s1', '2026-12-08')]))).toEqual({
      told: {},
      rest: ['span:v9', 'whole:s1'],
    });
    expect(split(page({ v1: '2026-11-25' }, [limit('span:v9', '2026-11-25'), limit('handle:v1', '2026-12-04')]))).toEqual({
      told: {},
      rest: ['span:v9', 'handle:v1'],
    });
  });

  test('that run out later on the same step than what its line shows are told beside', () => {
    const limits = [limit('soon:v1', '2026-11-25'), limit('later:v1', '2026-12-04')];
    expect(split(page({ v1: '2026-11-25' }, limits))).toEqual({ told: { 'c.v1': 'soon:v1' }, rest: ['later:v1'] });
  });

  test('are named with their step, once where both have the same name', () => {
    expect(limitName({ name: { zh: '办理时限', en: 'Time to handle' }, step: { zh: '办理' } })).toEqual({
      zh: '办理时限（办理）',
      en: 'Time to handle (办理)',
    });
    expect(limitName({ name: { zh: '办理' }, step: { zh: '办理' } })).toEqual({ zh: '办理' });
  });
});
