import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { id } from '../../../packages/runtime/src/words/ids.ts';
import { demoOffice, person, yes } from './harness.ts';

const diagrams = [{ file: 'undoing', xml: readFileSync(new URL('undoing.bpmn', import.meta.url), 'utf8') }];

test('what is called off as a whole is undone step by step by those who did it, and the case tells so', async () => {
  const all = await demoOffice({ diagrams });
  const { case: caseId } = await all.start('peng-fei', 'undoing', { title: '赴京开会' });
  const open = async (): Promise<readonly string[]> => (await all.todo('peng-fei')).map(({ element }) => element);
  await all.does('peng-fei', 'car');
  await all.does('peng-fei', 'room');
  await all.does('peng-fei', 'room');
  await all.does('peng-fei', 'decide', { values: { agreed: false } });
  expect(await open()).toEqual(['unroom']);
  await all.does('peng-fei', 'unroom');
  await all.does('peng-fei', 'unroom');
  expect(await open()).toEqual(['uncar']);
  await all.does('peng-fei', 'uncar');
  expect(await open()).toEqual(['stay']);
  await all.does('peng-fei', 'stay', { values: { ready: true } });
  await all.does('peng-fei', 'report');
  const page = yes(await all.office.case(person('peng-fei'), id(caseId)));
  expect(page.card.status).toBe('completed');
  const told = yes(await all.office.timeline(person('peng-fei'), id(caseId)));
  expect(told.filter(({ kind }) => kind === 'Noted').map(({ words, detail }) => `${words.zh} ${detail?.zh ?? ''}`.trim())).toEqual([
    '“超预算”上报后无人受理 超预算',
    '“预订”整体取消',
    '为“订房”善后',
    '为“订房”善后',
    '为“订车”善后',
  ]);
});
