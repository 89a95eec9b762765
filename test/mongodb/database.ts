import { afterAll } from '@jest/globals';
import { createMongoStore, type MongoStore } from '../../packages/runtime/src/store/mongodb/mongoStore.ts';
import type { MongoPlace } from '../../packages/runtime/src/store/mongodb/openHall.ts';
import { fixedClock } from '../../packages/runtime/src/words/clock.ts';
import { uri } from './uri.ts';

const databases: { readonly opened: readonly MongoStore[]; open(): Promise<MongoStore> }[] = [];

afterAll(async () => {
  for (const { open, opened } of databases) {
    const last = await open();
    await last.connection.dropDatabase();
    for (const store of opened) await store.close();
  }
});

/** A database of its own: stores are opened on it at will, and closed and removed after the tests of the file. */
export function newDatabase() {
  const database = `guicheng_test_${globalThis.crypto.randomUUID().slice(0, 13)}`;
  const clock = fixedClock('2026-11-24T01:00:00Z');
  const opened: MongoStore[] = [];
  const open = async (more: Partial<MongoPlace> = {}): Promise<MongoStore> => {
    const store = await createMongoStore({ uri, database, clock, patience: 2000, ...more });
    opened.push(store);
    return store;
  };
  databases.push({ open, opened });
  return { database, clock, open };
}
