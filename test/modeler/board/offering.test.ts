import { describe, expect, test } from '@jest/globals';
import { NO_DECISION, offering } from '../../../packages/modeler/src/board/offering.ts';
import { taskCard } from './samples.ts';

describe('On its card', () => {
  const values = (list: 'todo' | 'read' | 'done', about: Parameters<typeof taskCard>[1]) =>
    offering(list)(taskCard('a', about)).quick.map((one) => one.value);

  test('what came to be read and may be done with others is read with one click', () => {
    expect(values('read', { batch: true })).toEqual([NO_DECISION]);
  });

  test.each([
    ['what is to be done, as its form must be filled in', 'todo', { batch: true }],
    ['what may not be done with others', 'read', { batch: false }],
    ['what was read already', 'done', { batch: true, state: 'completed' }],
  ] as const)('%s, is not', (_, list, about) => {
    expect(values(list, about)).toEqual([]);
  });

  test('the decisions of the step stay as they are', () => {
    expect(values('read', { batch: true, quick: [{ value: 'agree', name: { zh: '同意' }, manner: 'forward' }] })).toEqual(['agree']);
  });
});
