import { createMemoryStore } from '../../packages/runtime/src/store/memory/memoryStore.ts';
import { fixedClock } from '../../packages/runtime/src/words/clock.ts';
import { storeContract } from './contract.ts';

storeContract(
  'The memory store',
  async () => {
    const clock = fixedClock('2026-11-24T01:00:00Z');
    return { open: async () => createMemoryStore(clock), advance: (by) => clock.advance(by), end: async () => undefined };
  },
  false,
);
