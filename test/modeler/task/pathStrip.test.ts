import { describe, expect, test } from '@jest/globals';
import { pathStrip } from '../../../packages/modeler/src/task/pathStrip.ts';
import { step } from './samples.ts';

const path = [
  step('登记', 'done', ['吴芳']),
  step('拟办', 'done', ['张伟']),
  step('批办', 'done', ['陈志强']),
  step('转办', 'now'),
  step('承办', 'next'),
  step('办结', 'next'),
];
const around = { open: true, holders: [{ zh: '文书室' }], next: [] };
const names = (strip: ReturnType<typeof pathStrip>) => strip.steps.map((one) => `${one.name.zh}:${one.state}`);

describe('The path strip', () => {
  test('shows the last steps done, the present one and the next, and counts what stands before', () => {
    const strip = pathStrip(path, around, { done: 2, next: 1 });
    expect(names(strip)).toEqual(['拟办:done', '批办:done', '转办:now', '承办:next']);
    expect(strip.hidden).toBe(1);
  });

  test('names who did, who has it, and who would get it', () => {
    const next = [{ step: { zh: '承办' }, seats: [{ seat: 'post:x', name: { zh: '相关科室' }, people: [] }] }];
    const strip = pathStrip(path, { ...around, next }, { done: 1, next: 2 });
    expect(strip.steps.map((one) => one.who.map((who) => who.zh))).toEqual([['陈志强'], ['文书室'], ['相关科室']]);
  });

  test('believes what is foretold for this form before the order of the drawing', () => {
    const next = [{ step: { zh: '传阅' }, seats: [] }];
    expect(names(pathStrip(path, { ...around, next }, { done: 0, next: 2 }))).toEqual(['转办:now', '传阅:next']);
  });

  test('of a task that is over tells what was and foretells nothing', () => {
    const strip = pathStrip(path, { ...around, open: false }, { done: 2, next: 2 });
    expect(names(strip)).toEqual(['拟办:done', '批办:done', '转办:done']);
  });
});
