import { expect, test } from '@jest/globals';
import { refusal } from './harness.ts';
import { acting, standing, versions } from './twoVersions.ts';

test('many cases are done in batches by the sweeper, and others have their turn between', async () => {
  const { moves, page, office, store, cases } = await versions({ done: Array.from({ length: 320 }, () => 0) });
  const job = await moves();
  expect(job).toMatchObject({ phase: 'moving', total: 320, moved: 50 });
  expect(refusal(await acting(office).undo(job.id)).code).toBe('illegalMove');
  await office.sweep('one');
  expect(await page(job.id)).toMatchObject({ phase: 'moving', moved: 250 });
  await office.sweep('one');
  expect(await page(job.id)).toMatchObject({ phase: 'moved', moved: 320 });
  expect(await store.notes.list('migration-open/', 10)).toEqual([]);
  expect((await standing(store, cases[319] ?? '')).definition).toBe('a@2');
});
