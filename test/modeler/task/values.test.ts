import { describe, expect, test } from '@jest/globals';
import { numberOf } from '../../../packages/modeler/src/task/field/numberOf.ts';
import { initialsOf, matches } from '../../../packages/modeler/src/task/field/matches.ts';
import { problemText } from '../../../packages/modeler/src/task/problemText.ts';
import { receivers, seatsText } from '../../../packages/modeler/src/task/receivers.ts';
import { sizeText } from '../../../packages/modeler/src/task/upload.ts';
import { isBlank, sameValue } from '../../../packages/modeler/src/task/values.ts';
import { en } from '../../../packages/modeler/src/words/en.ts';
import { zh as chineseWords, type Word } from '../../../packages/modeler/src/words/zh.ts';
import type { NextStep, Text } from '../../../packages/runtime/src/model.ts';
import { field } from './samples.ts';

const words = { zh: chineseWords, en };

describe('A number as people type it', () => {
  test.each([
    ['12', 12],
    ['1,200', 1200],
    ['１２', 12],
    ['-0.5', -0.5],
    ['12.', 12],
  ])('%s is %s', (typed, number) => {
    expect(numberOf(typed)).toBe(number);
  });

  test.each(['十份', '', '1 份', '1-2', 'NaN', 'Infinity', '1e9'])('“%s” is none', (typed) => {
    expect(numberOf(typed)).toBeNull();
  });
});

describe('Somebody is found', () => {
  const words = ['zhou-jianguo', { zh: '周建国', en: 'Zhou Jianguo' }, { zh: '局领导', en: 'Bureau leaders' }];

  test.each(['周', '建国', 'zjg', 'zhoujian', 'Zhou J', '局领导', 'jld', '', '  '])('by “%s”', (typed) => {
    expect(matches(typed, words)).toBe(true);
  });

  test.each(['张', 'zjx', '办公室'])('but not by “%s”', (typed) => {
    expect(matches(typed, words)).toBe(false);
  });

  test('by the first letters of the pinyin, other characters as they are', () => {
    expect(initialsOf('税政科')).toBe('szk');
    expect(initialsOf('OA 系统')).toBe('oa xt');
  });
});

describe('Values', () => {
  test.each([null, undefined, '', []])('%j is blank', (value) => {
    expect(isBlank(value)).toBe(true);
  });

  test.each([0, false, ' ', [null]])('%j is not', (value) => {
    expect(isBlank(value)).toBe(false);
  });

  test('an empty list and nothing are the same; 0 and nothing are not', () => {
    expect(sameValue([], null)).toBe(true);
    expect(sameValue(0, null)).toBe(false);
    expect(sameValue(['a', 'b'], ['b', 'a'])).toBe(false);
  });

  test('a size reads as people say it', () => {
    expect([1, 340 * 1024, 1.25 * 1024 * 1024].map(sizeText)).toEqual(['1 KB', '340 KB', '1.3 MB']);
  });
});

describe('What is wrong with a field', () => {
  const problem = (code: string, zh = '数字', en = 'a number') => ({ field: 'x', code, expected: { zh, en } });

  test('that is missing says what to do with a field of its kind', () => {
    const said = (type: string) => problemText(field('x', null, { type }), problem('required')).zh;
    expect([said('text'), said('choice'), said('files'), said('table')]).toEqual(['请填写', '请选择', '请上传文件', '请至少填一行']);
  });

  test('that holds something else says what was expected; of a table in its own words, which name row and column', () => {
    expect(problemText(field('x', null, { type: 'number' }), problem('wrongType'))).toEqual({ zh: '应为数字', en: 'Expected: a number' });
    const cell = problem('wrongType', '第 1 行“日期”：必填', 'row 1, “Day”: required');
    expect(problemText(field('x', null, { type: 'table' }), cell)).toEqual(cell.expected);
  });
});

describe('Receivers', () => {
  const seat = (name: string, people: readonly string[]) => ({
    seat: name,
    name: { zh: name, en: name },
    people: people.map((id) => ({ id, name: { zh: id } })),
  });
  const zh = (text: { readonly zh: string }): string => text.zh;

  const chinese = { t: zh, w: (word: Word) => words.zh[word], language: 'zh' } as const;
  const english = { t: (text: Text) => text.en ?? text.zh, w: (word: Word) => words.en[word], language: 'en' } as const;

  test('are the step with the post', () => {
    expect(receivers([{ step: { zh: '收文批办' }, seats: [seat('局领导', ['周建国', '陈志强'])] }], chinese)).toBe('收文批办（局领导）');
  });

  test('of several steps say whether all of them come or one of them', () => {
    const step = (name: string, joined?: NextStep['joined']): NextStep => ({
      step: { zh: name, en: name.toUpperCase() },
      seats: [],
      ...(joined ? { joined } : {}),
    });
    const said = (...next: readonly NextStep[]): readonly string[] => [receivers(next, chinese), receivers(next, english)];
    expect(said(step('a'), step('b', 'or'))).toEqual(['a 或 b', 'A or B']);
    expect(said(step('a'), step('b', 'and'))).toEqual(['a 和 b', 'A and B']);
    expect(said(step('a'), step('b', 'andOr'))).toEqual(['a 和/或 b', 'A and/or B']);
    expect(said(step('a'), step('b', 'or'), step('c', 'or'))).toEqual(['a、b 或 c', 'A, B or C']);
    expect(said(step('a'), step('b', 'and'), step('c', 'or'))).toEqual(['a 和 b 或 c', 'A and B or C']);
    // What is open now is open together.
    expect(said(step('a'), step('b'), step('c'))).toEqual(['a、b 和 c', 'A, B and C']);
  });

  test('name their people while these are few, and a person only once', () => {
    expect(seatsText([seat('文书室', ['吴芳', '郑丽'])], 'zh', zh)).toBe('文书室（吴芳、郑丽）');
    expect(seatsText([seat('局领导', ['甲', '乙', '丙', '丁'])], 'zh', zh)).toBe('局领导');
    expect(seatsText([seat('吴芳', ['吴芳'])], 'zh', zh)).toBe('吴芳');
  });
});
