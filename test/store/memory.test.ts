import { fixedClock } from '../../packages/runtime/src/words/clock.ts';
import { createMemoryStore } from '../../packages/runtime/src/store/memory/memoryStore.ts';
import { storeContract } from './contract.ts';

storeContract('The memory store', async () => {
  const store = createMemoryStore(fixedClock('2026-11-24T01:00:00Z'));
  return { store, reopen: async () => store, end: () => store.close() };
});
