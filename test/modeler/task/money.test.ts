import { describe, expect, test } from '@jest/globals';
import { assert, integer, property } from 'fast-check';
import '../../chance.ts';
import { fenOf, moneyInCapitals, moneyText, yuanOf } from '../../../packages/modeler/src/task/money.ts';

describe('Money is typed in yuan and kept in fen', () => {
  test.each([
    ['12', 1200],
    ['12.3', 1230],
    ['12.34', 1234],
    ['1.00500', null],
    ['1.000', 100],
    ['0.29', 29],
    ['1,234.50', 123450],
    ['¥1，234.5元', 123450],
    ['１２．５', 1250],
    ['12。5', 1250],
    ['-3.05', -305],
    ['-0', 0],
    ['12.', 1200],
  ])('%s is %s fen', (typed, fen) => {
    expect(fenOf(typed)).toBe(fen);
  });

  test.each(['', '十元', '1.2.3', '1e3', '12.345', '1234567890123', '--1', '.5'])('“%s” is no amount', (typed) => {
    expect(fenOf(typed)).toBeNull();
  });

  test('every amount survives being shown and typed again', () => {
    assert(
      property(integer({ min: -99_999_999_999_999, max: 99_999_999_999_999 }), (fen) => {
        expect(fenOf(yuanOf(fen))).toBe(fen);
        expect(fenOf(moneyText(Math.abs(fen)))).toBe(Math.abs(fen));
      }),
    );
  });

  test.each([
    [5, '¥0.05'],
    [123456, '¥1,234.56'],
    [100000000000, '¥1,000,000,000.00'],
    [-250, '-¥2.50'],
  ])('%s fen read %s', (fen, words) => {
    expect(moneyText(fen)).toBe(words);
  });

  test.each([
    [0, '零元整'],
    [5, '伍分'],
    [50, '伍角整'],
    [100, '壹元整'],
    [1000, '壹拾元整'],
    [123456, '壹仟贰佰叁拾肆元伍角陆分'],
    [10500, '壹佰零伍元整'],
    [100105, '壹仟零壹元零伍分'],
    [1000100, '壹万零壹元整'],
    [10000000000, '壹亿元整'],
    [10000000100, '壹亿零壹元整'],
    [10001000000, '壹亿零壹万元整'],
    [2030040000, '贰仟零叁拾万零肆佰元整'],
    [-100, '负壹元整'],
  ])('%s fen in capitals are %s', (fen, words) => {
    expect(moneyInCapitals(fen)).toBe(words);
  });
});
