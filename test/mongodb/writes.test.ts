import { describe, expect, test } from '@jest/globals';
import type { Store } from '../../packages/runtime/src/ports/store.ts';
import {
  caseRow,
  chunks,
  dueRow,
  fileRow,
  outboxRow,
  put,
  storedFile,
  subscriptionRow,
  taskRow,
} from '../../packages/runtime/src/store/contract/samples.ts';
import type { MongoStore } from '../../packages/runtime/src/store/mongodb/mongoStore.ts';
import { caseStream, id } from '../../packages/runtime/src/words/ids.ts';
import { newDatabase } from './database.ts';

/** Commands that only read, or that end something on the connection alone. */
const READS = new Set(['find', 'getMore', 'aggregate', 'buildInfo', 'hello', 'ismaster', 'ping', 'killCursors', 'endSessions']);

interface Started {
  readonly commandName: string;
  readonly command: { readonly [field: string]: unknown };
}

/** Everything that the driver sends from now on. */
function watched(store: MongoStore): Started[] {
  const started: Started[] = [];
  store.connection.getClient().on('commandStarted', (event) => {
    started.push({ commandName: event.commandName, command: event.command as Started['command'] });
  });
  return started;
}

/** Does everything that a store can do. */
async function workday(store: Store): Promise<void> {
  const file = storedFile('file', 3);
  await store.files.put(file, chunks('abc'));
  await store.files.put(storedFile('loose', 3), chunks('abc'));
  await expect(store.files.put(storedFile('short', 9), chunks('abc'))).rejects.toThrow('3 bytes');
  await put(store, 'a', [
    caseRow('a'),
    taskRow('a', 'v1'),
    dueRow('a#w1@1', '2026-11-25T01:00:00.000Z'),
    outboxRow('a', 'a.m1'),
    subscriptionRow('a', 'a.w1'),
    fileRow('a', file),
  ]);
  await put(store, 'a', [subscriptionRow('a', 'a.w1', { revision: 2, name: '', state: 'closed' })]);
  await put(store, 'a', [taskRow('a', 'v1', { revision: 0 })]);
  await store.erase({ stream: caseStream(id('a')), parts: ['events'], upTo: 1, orderedBy: 'security' });
  await store.notes.put('draft/wei', { value: 1, savedAt: id('2026-11-24T01:00:00.000Z'), until: id('2026-11-24T01:00:00.000Z') });
  await store.notes.drop('draft/fang');
  await store.notes.sweep();
  for (let round = 0; round < 12; round += 1) await store.lease('sweep', 'a', 0);
  await store.files.sweep(id('2027-01-01T00:00:00.000Z'));
  await store.tail();
}

describe('What the MongoDB store sends', () => {
  test('given everything that a store does, when its commands are watched, then every write waits for a majority with its journal, and every read is of that', async () => {
    const { open } = newDatabase();
    const store = await open({ monitored: true });
    const started = watched(store);
    await workday(store);
    await store.rebuild();
    const writes = started.filter(({ commandName }) => !READS.has(commandName));
    for (const { command } of writes) expect([command, command['writeConcern']]).toEqual([command, { w: 'majority', j: true }]);
    const written = new Set(writes.map(({ commandName, command }) => `${commandName} ${String(command[commandName])}`));
    expect([...written].sort()).toEqual([
      'delete cases',
      'delete chunks',
      'delete definitions',
      'delete due',
      'delete filerows',
      'delete files',
      'delete heads',
      'delete leases',
      'delete notes',
      'delete outbox',
      'delete subscriptions',
      'delete tasks',
      'insert chunks',
      'insert commits',
      'insert files',
      'insert journal',
      'insert leases',
      'update cases',
      'update commits',
      'update due',
      'update filerows',
      'update files',
      'update heads',
      'update notes',
      'update outbox',
      'update subscriptions',
      'update tasks',
    ]);
    for (const { commandName, command } of started)
      if (commandName === 'find' || commandName === 'aggregate')
        expect([command, command['readConcern']]).toEqual([command, { level: 'majority' }]);
  });

  test('given everything that a store does, when its commands are watched, then none is of those that FerretDB 1.24 lacks or does not do at once', async () => {
    const { open } = newDatabase();
    const store = await open({ monitored: true });
    const started = watched(store);
    await workday(store);
    const lacking =
      /findAndModify|\$inc|\$lookup|\$facet|\$avg|arrayFilters|collation|startTransaction|partialFilterExpression|expireAfterSeconds/;
    for (const { command } of started) expect(JSON.stringify(command)).not.toMatch(lacking);
  });

  test('given one commit with its rows, when it is appended, then it is one insert and one write for each kind of row, the mark apart', async () => {
    const { open } = newDatabase();
    const earlier = await open();
    await put(earlier, 'a', [caseRow('a'), taskRow('a', 'v1')]);
    await earlier.close();
    const store = await open({ monitored: true });
    const started = watched(store);
    const rows = [caseRow('a', { revision: 2 }), taskRow('a', 'v1', { revision: 2 }), taskRow('a', 'v2', { revision: 2 })];
    await put(store, 'a', rows);
    await store.close();
    const all = started.map(({ commandName, command }) => `${commandName} ${String(command[commandName])}`);
    expect(all.filter((one) => !/^(find|endSessions) /.test(one))).toEqual([
      'insert commits',
      'update cases',
      'update tasks',
      'insert journal',
      'update commits',
    ]);
  });
});
