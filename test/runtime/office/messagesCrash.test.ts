import { describe, expect, test } from '@jest/globals';
import { kernelExecutor } from '../../../packages/runtime/src/executor/kernel/kernelExecutor.ts';
import { createOffice } from '../../../packages/runtime/src/office/create.ts';
import type { Store } from '../../../packages/runtime/src/ports/store.ts';
import { endingAt } from './endingAt.ts';
import { person, yes } from './harness.ts';
import { ASK, EXPERT, talking } from './talking.ts';

describe('a crash while messages are on their way', () => {
  for (const done of [false, true])
    test(`given a store that ends at any call ${done ? 'after' : 'before'} it is done, when it is opened again and swept, then each message has come once`, async () => {
      let reached = true;
      for (let call = 1; reached; call += 1) {
        const { store, clock, standing, page } = await talking([ASK, EXPERT]);
        const broken = endingAt(store, call, done);
        const office = (on: Store) => createOffice({ store: on, executor: kernelExecutor, clock });
        const asks = (on: Store) =>
          office(on).startCase(person('peng-fei'), { request: 'the-question', flow: 'ask', values: { number: '一' } });
        await asks(broken.store).catch(() => undefined);
        reached = broken.state.ended;
        const asking = yes(await asks(store)).case;
        const later = office(store);
        await later.sweep('test');
        await later.sweep('test');
        expect(await standing('expert')).toMatchObject([{ at: ['thinks'], family: asking }]);
        expect(await standing('ask')).toMatchObject([{ at: [], status: 'running' }]);
        expect((await page(asking)).undelivered).toEqual([]);
      }
    });
});
