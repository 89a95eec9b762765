import { describe, expect, test } from '@jest/globals';
import { changed, steady, type Standing } from '../../../packages/modeler/src/board/steady.ts';
import { due, taskCard } from './samples.ts';

const stands = (standing: readonly Standing[]) => standing.map(({ task, gone }) => (gone ? `${task.id} gone` : task.id));
const standing = (...ids: readonly string[]): readonly Standing[] => ids.map((id) => ({ task: taskCard(id), gone: false }));

describe('While the hands are on the board', () => {
  test('who stands there stays, what has left is greyed in its place, what is new comes last', () => {
    const next = steady(standing('a', 'b', 'c'), [taskCard('new'), taskCard('c'), taskCard('a')], true);
    expect(stands(next)).toEqual(['a', 'b gone', 'c', 'new']);
  });

  test('what comes back is no longer greyed', () => {
    const left = steady(standing('a', 'b'), [taskCard('a')], true);
    expect(stands(steady(left, [taskCard('b'), taskCard('a')], true))).toEqual(['a', 'b']);
  });

  test('a card says what it says now, but does not change its column', () => {
    const [now] = steady(
      [{ task: taskCard('a', { due: due('soon') }), gone: false }],
      [taskCard('a', { due: due('today'), title: '新标题' })],
      true,
    );
    expect([now?.task.title, now?.task.due?.state]).toEqual(['新标题', 'soon']);
  });

  test('an empty board shows what comes at once', () => {
    expect(stands(steady([], [taskCard('a')], true))).toEqual(['a']);
  });
});

test('When the hands rest, the board is as it was read', () => {
  const held = steady(standing('a', 'b'), [taskCard('c'), taskCard('a')], true);
  expect(stands(steady(held, [taskCard('c'), taskCard('a')], false))).toEqual(['c', 'a']);
});

describe('Marked as changed', () => {
  test('is what is new and what says something else', () => {
    const before = [taskCard('a'), taskCard('b'), taskCard('c')];
    const now = [
      taskCard('a'),
      taskCard('b', { takenBy: { id: 'li-min', name: { zh: '李敏' } } }),
      taskCard('c', { number: '收〔2026〕7号' }),
      taskCard('d'),
    ];
    expect(changed(before, now)).toEqual(['b', 'c', 'd']);
  });

  test('is not a deadline whose words go on with the clock', () => {
    const words = (zh: string) => taskCard('a', { due: { ...due('soon'), words: { zh } } });
    expect(changed([words('剩 2 小时')], [words('剩 1 小时')])).toEqual([]);
  });
});
