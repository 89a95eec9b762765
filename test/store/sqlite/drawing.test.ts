import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { createSqliteStore } from '../../../packages/runtime/src/store/sqlite/sqliteStore.ts';
import type { Store } from '../../../packages/runtime/src/ports/store.ts';
import { keepIn } from '../../runtime/office/harness.ts';

// The stories of drawing in which people race, told on the store that ships.
const all = mkdtempSync(join(tmpdir(), 'guicheng-drawing-'));
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
// Thousands of commits, each on the disk before it counts: a minute, so not on a desk.
const STORIES = process.env['CI'] ? ['drawingTogether', 'drawingCrash'] : ['drawingTogether'];
for (const file of STORIES) await import(`../../runtime/office/${file}.test.ts`);
