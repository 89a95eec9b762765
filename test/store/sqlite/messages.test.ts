import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { createSqliteStore } from '../../../packages/runtime/src/store/sqlite/sqliteStore.ts';
import type { Store } from '../../../packages/runtime/src/ports/store.ts';
import { keepIn } from '../../runtime/office/harness.ts';

// The stories of flows that talk to each other, told on the store that ships.
const all = mkdtempSync(join(tmpdir(), 'guicheng-messages-'));
const opened: Store[] = [];
afterAll(async () => {
  for (const store of opened) await store.close();
  rmSync(all, { recursive: true });
});
keepIn((clock) => {
  const store = createSqliteStore({ folder: mkdtempSync(join(all, 'office-')), clock });
  opened.push(store);
  return store;
});
// A folder for each call at which the store may end: half a minute, so not on a desk.
const STORIES = process.env['CI'] ? ['messages', 'messagesCrash'] : ['messages'];
for (const file of STORIES) await import(`../../runtime/office/${file}.test.ts`);
