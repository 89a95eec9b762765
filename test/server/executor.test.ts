import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { createSqliteStore } from '../../packages/runtime/src/store/sqlite/sqliteStore.ts';
import { id } from '../../packages/runtime/src/words/ids.ts';
import { newFolder, serve } from './harness.ts';

test('given EXECUTOR=bpmn-engine, when cases begin, then on it; whatever it says later, each goes on where it began', async () => {
  const folder = newFolder();
  const begun: string[] = [];
  for (const executor of ['bpmn-engine', 'kernel']) {
    const server = await serve({ folder, executor });
    begun.push((await (await server.as('wu-fang')).receive()).case);
    await server.stop();
  }
  const server = await serve({ folder, executor: 'bpmn-engine' });
  const [registry, office] = [await server.as('wu-fang'), await server.as('li-min')];
  for (const one of begun) await registry.does('in_register', { outcome: 'none', case: one });
  expect((await office.todo()).map((card) => card.case).sort()).toEqual([...begun].sort());
  await server.stop();
  const store = createSqliteStore({ folder: join(folder, 'demo') });
  const heads = await Promise.all(begun.map((one) => store.load(id(`case/${one}`))));
  await store.close();
  expect(heads.map((head) => [head?.revision, head?.snapshot?.executor])).toEqual([
    [2, 'bpmn-engine'],
    [2, 'kernel'],
  ]);
});

test('given an EXECUTOR that there is none of, when the server starts, then it says which there are', async () => {
  await expect(serve({ executor: 'camunda' })).rejects.toThrow('EXECUTOR is camunda; it should be kernel or bpmn-engine');
});
