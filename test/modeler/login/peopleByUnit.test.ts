import { describe, expect, test } from '@jest/globals';
import type { DemoPerson } from '@guicheng/server/contract';
import { peopleByUnit } from '../../../packages/modeler/src/login/peopleByUnit.ts';

const person = (id: string, zh: string, unit: string): DemoPerson => ({
  id,
  name: { zh },
  unit: { zh: unit },
  posts: [{ zh: '科室领导' }],
});

describe('Picking a person', () => {
  const people = [person('a', '周建国', '局领导'), person('b', '张伟', '办公室'), person('c', '陈志强', '局领导')];
  const shape = (typed: string) => peopleByUnit(people, typed).map(({ unit, people }) => [unit.zh, people.map((one) => one.id).join(' ')]);

  test('shows everybody under their unit, in the order of the office', () => {
    expect(shape('')).toEqual([
      ['局领导', 'a c'],
      ['办公室', 'b'],
    ]);
  });

  test('finds by pinyin initials and leaves out units without anybody', () => {
    expect(shape('zjg')).toEqual([['局领导', 'a']]);
    expect(shape('bgs')).toEqual([['办公室', 'b']]);
    expect(shape('王')).toEqual([]);
  });
});
