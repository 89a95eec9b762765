import { fixedClock } from '../../words/clock.ts';
import type { Ground } from '../contract/ground.ts';
import { createMongoStore, type MongoStore } from './mongoStore.ts';

/** A database of its own on a server, to try the store on. Removed at the end. */
export async function mongoGround(uri: string): Promise<Ground> {
  const clock = fixedClock('2026-11-24T01:00:00Z');
  const database = `guicheng_trial_${globalThis.crypto.randomUUID().slice(0, 13)}`;
  const open = (more: object = {}): Promise<MongoStore> => createMongoStore({ uri, database, clock, patience: 1000, ...more });
  const opened = new Set<MongoStore>();
  return {
    async open(probe) {
      const store = await open(probe ? { probe } : {});
      opened.add(store);
      const close = store.close.bind(store);
      return Object.assign(store, {
        async close() {
          opened.delete(store);
          await close();
        },
      });
    },
    advance: (by) => clock.advance(by),
    rebuild: (store) => (store as MongoStore).rebuild(),
    async end() {
      for (const store of opened) await store.close();
      const store = await open();
      await store.connection.dropDatabase();
      await store.close();
    },
  };
}
