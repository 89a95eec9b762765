import { expect, test } from '@jest/globals';
import type { CaseCard } from '@guicheng/server/contract';
import { whereItStands } from '../../../packages/modeler/src/board/whereItStands.ts';

const open = (element: string, holder: string, about: Partial<CaseCard['open'][number]> = {}): CaseCard['open'][number] => ({
  task: `${element}.${holder}`,
  element,
  step: { zh: element },
  seats: [{ seat: holder, name: { zh: holder }, people: [] }],
  takenBy: null,
  since: '2026-11-24T01:00:00.000Z',
  due: null,
  ...about,
});

test('A case that three people read at once stands at one step, with each of them named, since the first came', () => {
  const places = whereItStands([
    open('circulate', '李敏'),
    open('circulate', '张伟', { since: '2026-11-23T01:00:00.000Z' }),
    open('circulate', '相关科室', { takenBy: { id: 'deng-rui', name: { zh: '邓睿' } } }),
    open('supervise', '文书室'),
    open('circulate', '李敏'),
  ]);
  expect(
    places.map(({ element, tasks, holders, since }) => [element, tasks, holders.map((one) => one.zh).join(' '), since.slice(0, 10)]),
  ).toEqual([
    ['circulate', 4, '李敏 张伟 邓睿', '2026-11-23'],
    ['supervise', 1, '文书室', '2026-11-24'],
  ]);
});
