import type { Store } from '../ports/store.ts';
import type { Clock } from '../words/clock.ts';
import { createMemoryStore } from './memory/memoryStore.ts';
import { createSqliteStore } from './sqlite/sqliteStore.ts';

/** Where an office keeps its cases. A MongoDB URI that names no database means `database`. */
export type StoreChoice =
  | { readonly kind: 'sqlite'; readonly folder: string }
  | { readonly kind: 'mongodb'; readonly uri: string; readonly database?: string }
  | { readonly kind: 'memory' };

/** Opens the store chosen. Throws `FolderTaken` where another server works in the folder, `StoreUnavailable` where MongoDB is not reached. */
export async function openStore(choice: StoreChoice, clock: Clock): Promise<Store> {
  switch (choice.kind) {
    case 'sqlite':
      return createSqliteStore({ folder: choice.folder, clock });
    case 'mongodb': {
      // Loaded only where it is chosen: the driver is big.
      const { createMongoStore } = await import('./mongodb/mongoStore.ts');
      return createMongoStore({ uri: choice.uri, ...(choice.database ? { fallback: choice.database } : {}), clock });
    }
    case 'memory':
      return createMemoryStore(clock);
  }
}
