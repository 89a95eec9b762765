import { describe, expect, test } from '@jest/globals';
import { crashAtEveryCall } from '../../packages/runtime/src/store/contract/crash.ts';
import type { Ground } from '../../packages/runtime/src/store/contract/ground.ts';
import { storeCases } from '../../packages/runtime/src/store/contract/storeCases.ts';

/** Runs the contract of all stores on one of them; `durable` where its data outlive it. */
export function storeContract(name: string, make: () => Promise<Ground>, durable: boolean): void {
  describe(`${name}, by the contract of all stores`, () => {
    for (const story of storeCases) {
      if (story.durable && !durable) continue;
      test(story.name, async () => {
        const ground = await make();
        try {
          await story.run(ground);
        } finally {
          await ground.end();
        }
      });
    }
    if (durable)
      test('given a process that is killed at any of its calls, when the store is opened again, then nothing acknowledged is lost and nothing half written', async () => {
        expect(await crashAtEveryCall(make)).toBeGreaterThan(20);
      }, 300_000);
  });
}
