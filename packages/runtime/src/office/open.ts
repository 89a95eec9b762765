import { kernelExecutor } from '../executor/kernel/kernelExecutor.ts';
import { createMemoryStore } from '../store/memory/memoryStore.ts';
import { createSqliteStore } from '../store/sqlite/sqliteStore.ts';
import { systemClock, type Clock } from '../words/clock.ts';
import { createOffice } from './create.ts';
import type { Office } from './office.ts';

/** Where an office keeps its cases. */
export type StoreChoice = { readonly kind: 'sqlite'; readonly folder: string } | { readonly kind: 'memory' };

/** Opens an office on the store chosen, with the kernel as its executor. Throws `FolderTaken` where another server works in the folder. */
export async function openOffice(given: { readonly store: StoreChoice; readonly clock?: Clock }): Promise<Office> {
  const clock = given.clock ?? systemClock;
  const store = given.store.kind === 'sqlite' ? createSqliteStore({ folder: given.store.folder, clock }) : createMemoryStore(clock);
  return createOffice({ store, executor: kernelExecutor, clock });
}
