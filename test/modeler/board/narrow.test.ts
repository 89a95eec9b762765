import { describe, expect, test } from '@jest/globals';
import { narrow } from '../../../packages/modeler/src/board/narrow.ts';
import type { BoardQuery } from '@guicheng/server/contract';
import { due, taskCard } from './samples.ts';

describe('The board is narrowed down', () => {
  const tasks = [
    taskCard('late', { due: due('late'), title: '关于召开党建推进会的通知' }),
    taskCard('today', { due: due('today'), flow: 'seal-use', flowName: { zh: '印章使用', en: 'Use of the seal' } }),
    taskCard('free', { number: null, from: null }),
  ];
  const left = (query: Partial<BoardQuery>): readonly string[] => narrow(tasks, { arrange: 'list', ...query }).map((task) => task.id);

  test('not at all where nothing is asked', () => {
    expect(left({})).toEqual(['late', 'today', 'free']);
  });

  test('to one flow', () => {
    expect(left({ flow: 'seal-use' })).toEqual(['today']);
  });

  test('to what is due then; what has no limit is never due', () => {
    expect([left({ due: 'overdue' }), left({ due: 'today' }), left({ due: 'soon' })]).toEqual([['late'], ['today'], []]);
  });

  test.each([
    ['a part of the title', '党建', ['late']],
    ['pinyin initials of the flow', 'yzsy', ['today']],
    ['the English name of the flow', 'seal', ['today']],
    ['whom it came from', '张伟', ['late', 'today']],
    ['a number', '〔2026〕6', ['late', 'today']],
    ['several words, all of them somewhere', '通知 印章', ['today']],
    ['words that are nowhere', '不存在', []],
    ['blanks', '   ', ['late', 'today', 'free']],
  ])('to %s', (_, text, expected) => {
    expect(left({ text })).toEqual(expected);
  });
});
