import { describe, expect, test } from '@jest/globals';
import { openHouse } from '../../../packages/runtime/src/office/house.ts';
import type { Store } from '../../../packages/runtime/src/ports/store.ts';
import { fixedClock } from '../../../packages/runtime/src/words/clock.ts';
import { demoOffice, person, type Shipped, withPerson, yes } from './harness.ts';

describe('who is in the office', () => {
  test('given a reading that is on its way, when the organization changes, then nobody after is told the old one', async () => {
    const { office, store } = await demoOffice();
    const waiting: (() => void)[] = [];
    let slow = true;
    const slowly: Store = {
      ...store,
      async load(stream) {
        const head = await store.load(stream);
        if (slow) await new Promise<void>((go) => waiting.push(go));
        return head;
      },
    };
    const house = openHouse(slowly, fixedClock('2026-11-24T01:00:00Z'));
    const early = house.organization();
    // The old organization has been read by now, and is still on its way.
    while (waiting.length === 0) await new Promise((go) => setImmediate(go));
    const shipped = (await office.organization()) as unknown as Shipped;
    yes(await office.setOrganization('system', withPerson('lu-yao', { active: false })(shipped)));
    house.forget();
    slow = false;
    for (const go of waiting) go();
    await early;
    expect(await house.viewer(person('lu-yao'))).toBeUndefined();
  });
});
