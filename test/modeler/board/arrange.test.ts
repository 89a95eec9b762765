import { describe, expect, test } from '@jest/globals';
import { arrange, lanes } from '../../../packages/modeler/src/board/arrange.ts';
import { due, taskCard } from './samples.ts';

const shape = (columns: ReturnType<typeof arrange>) => columns.map(({ key, tasks }) => [key, tasks.map((task) => task.id).join(' ')]);

describe('The board is arranged', () => {
  const tasks = [
    taskCard('a', { due: due('late') }),
    taskCard('b', { due: due('today') }),
    taskCard('c', { due: due('soon'), flow: 'seal-use', flowName: { zh: '印章使用' } }),
    taskCard('d', { due: due('later') }),
    taskCard('e', { seats: [{ seat: 'post:registry@office', name: { zh: '文书室' }, people: [] }] }),
    taskCard('f', { due: due('late'), seats: [] }),
  ];

  test('by urgency: what is late first, what has no limit last, and empty columns stay', () => {
    expect(shape(arrange(tasks, 'urgency'))).toEqual([
      ['late', 'a f'],
      ['today', 'b'],
      ['soon', 'c'],
      ['later', 'd e'],
    ]);
    expect(shape(arrange([], 'urgency')).map(([key]) => key)).toEqual(['late', 'today', 'soon', 'later']);
  });

  test('by flow, the fullest column first, each in the order of its deadlines', () => {
    expect(shape(arrange(tasks, 'flow'))).toEqual([
      ['incoming-document', 'a b d e f'],
      ['seal-use', 'c'],
    ]);
  });

  test('by post, those without one apart', () => {
    expect(shape(arrange(tasks, 'post'))).toEqual([
      ['post:leader@leadership', 'a b c d'],
      ['post:registry@office', 'e'],
      ['', 'f'],
    ]);
  });

  test('as one list', () => {
    expect(shape(arrange(tasks, 'list'))).toEqual([['list', 'a b c d e f']]);
  });
});

describe('A full column uses the room of the empty ones', () => {
  test.each([
    { counts: [0, 0, 0, 8], room: 4, given: [0, 0, 0, 4] },
    { counts: [2, 1, 2, 4], room: 4, given: [1, 1, 1, 1] },
    { counts: [0, 0, 2, 9], room: 4, given: [0, 0, 1, 3] },
    { counts: [6, 0, 0, 6], room: 4, given: [2, 0, 0, 2] },
    // No column is wider than its cards.
    { counts: [0, 0, 0, 1], room: 4, given: [0, 0, 0, 1] },
    // Where there is less room than columns, each keeps its lane and the board scrolls sideways.
    { counts: [3, 3, 3, 3], room: 2, given: [1, 1, 1, 1] },
    { counts: [0, 0, 0, 0], room: 4, given: [0, 0, 0, 0] },
  ])('$counts in the room of $room', ({ counts, room, given }) => {
    expect(lanes(counts, room)).toEqual(given);
  });
});
