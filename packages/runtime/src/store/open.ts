import type { Store } from '../ports/store.ts';
import type { Clock } from '../words/clock.ts';
import { createMemoryStore } from './memory/memoryStore.ts';
import { createSqliteStore } from './sqlite/sqliteStore.ts';

/** Where an office keeps its cases. */
export type StoreChoice = { readonly kind: 'sqlite'; readonly folder: string } | { readonly kind: 'memory' };

/** Opens the store chosen. Throws `FolderTaken` where another server works in the folder. */
export async function openStore(choice: StoreChoice, clock: Clock): Promise<Store> {
  return choice.kind === 'sqlite' ? createSqliteStore({ folder: choice.folder, clock }) : createMemoryStore(clock);
}
