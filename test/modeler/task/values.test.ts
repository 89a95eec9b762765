import { describe, expect, test } from '@jest/globals';
import { numberOf } from '../../../packages/modeler/src/task/field/numberOf.ts';
import { initialsOf, matches } from '../../../packages/modeler/src/task/field/matches.ts';
import { problemText } from '../../../packages/modeler/src/task/problemText.ts';
import { receivers, seatsText } from '../../../packages/modeler/src/task/receivers.ts';
import { sizeText } from '../../../packages/modeler/src/task/upload.ts';
import { isBlank, sameValue } from '../../../packages/modeler/src/task/values.ts';
import { field } from './samples.ts';

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
  const problem = (code: string) => ({ field: 'x', code, expected: { zh: '金额（以分为单位的整数）', en: 'an amount in whole fen' } });

  test('that is missing says what to do with a field of its kind', () => {
    const said = (type: string) => problemText(field('x', null, { type }), problem('required')).zh;
    expect([said('text'), said('choice'), said('files'), said('table')]).toEqual(['请填写', '请选择', '请上传文件', '请至少填一行']);
  });

  test('that is money speaks of yuan, as it is typed, never of fen', () => {
    expect(problemText(field('x', null, { type: 'money' }), problem('wrongType')).zh).toBe('应为金额，以元为单位，最多两位小数');
  });
});

describe('Receivers', () => {
  const seat = (name: string, people: readonly string[]) => ({
    seat: name,
    name: { zh: name, en: name },
    people: people.map((id) => ({ id, name: { zh: id } })),
  });
  const zh = (text: { readonly zh: string }): string => text.zh;

  test('are the step with the post', () => {
    expect(receivers([{ step: { zh: '收文批办' }, seats: [seat('局领导', ['周建国', '陈志强'])] }], 'zh', zh)).toBe('收文批办（局领导）');
  });

  test('name their people while these are few, and a person only once', () => {
    expect(seatsText([seat('文书室', ['吴芳', '郑丽'])], 'zh', zh)).toBe('文书室（吴芳、郑丽）');
    expect(seatsText([seat('局领导', ['甲', '乙', '丙', '丁'])], 'zh', zh)).toBe('局领导');
    expect(seatsText([seat('吴芳', ['吴芳'])], 'zh', zh)).toBe('吴芳');
  });
});
