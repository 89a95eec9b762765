import { describe, expect, test } from '@jest/globals';
import { contrast, DARK, LIGHT, type Colours } from '../../../packages/modeler/src/ui/colours.ts';

/** Which colour is written on which, and which edge stands against which. */
const TEXTS: readonly (readonly [keyof Colours, keyof Colours])[] = [
  ...(['ground', 'surface', 'raised', 'actGround'] as const).flatMap((under) =>
    (['text', 'soft', 'faint', 'act'] as const).map((over) => [over, under] as const),
  ),
  ...(['ground', 'surface', 'raised'] as const).flatMap((under) =>
    (['late', 'soon', 'done'] as const).map((over) => [over, under] as const),
  ),
  ['late', 'lateGround'],
  ['soon', 'soonGround'],
  ['done', 'doneGround'],
  ['text', 'lateGround'],
  ['text', 'soonGround'],
  ['text', 'doneGround'],
  ['soft', 'line'],
  ['onAct', 'act'],
  ['onAct', 'actHover'],
  ['onAct', 'late'],
];
const EDGES: readonly (readonly [keyof Colours, keyof Colours])[] = [
  ['edge', 'surface'],
  ['edge', 'raised'],
  ['act', 'ground'],
  ['act', 'surface'],
  ['late', 'surface'],
  ['soon', 'surface'],
];

describe.each([
  ['light', LIGHT],
  ['dark', DARK],
])('The %s theme', (_, colours) => {
  test.each(TEXTS)('%s can be read on %s (AA: 4.5)', (over, under) => {
    expect(contrast(colours[over], colours[under])).toBeGreaterThanOrEqual(4.5);
  });

  test.each(EDGES)('%s can be seen against %s (AA: 3)', (over, under) => {
    expect(contrast(colours[over], colours[under])).toBeGreaterThanOrEqual(3);
  });
});

test('Contrast is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(contrast('#ffffff', '#777777')).toBeCloseTo(4.48, 2);
});
