import { describe, expect, test } from '@jest/globals';
import { kernelExecutor } from '../../../packages/runtime/src/executor/kernel/kernelExecutor.ts';
import { eventsOf } from '../../../packages/runtime/src/office/caseLog.ts';
import { createOffice } from '../../../packages/runtime/src/office/create.ts';
import type { Store } from '../../../packages/runtime/src/ports/store.ts';
import { id } from '../../../packages/runtime/src/words/ids.ts';
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

describe('two servers at work on one store', () => {
  test('given both deliver at once, when a message is sent, then it has come once', async () => {
    for (let time = 0; time < 10; time += 1) {
      const { store, clock, standing } = await talking([ASK, EXPERT]);
      const servers = ['one', 'two', 'three'].map(() => createOffice({ store, executor: kernelExecutor, clock }));
      const [first, ...others] = servers;
      const question = { request: 'the-question', flow: 'ask', values: { number: '一' } };
      const [begun] = await Promise.all([
        first?.startCase(person('peng-fei'), question),
        ...others.flatMap((office, index) => Array.from({ length: 4 }, () => office.sweep(`server-${index}`))),
      ]);
      for (const office of others) await office.sweep('server-0');
      expect(begun).toMatchObject({ ok: true });
      expect(await standing('expert')).toMatchObject([{ at: ['thinks'] }]);
      const log = await store.log({ stream: id(`case/${(await standing('ask'))[0]?.case}`), after: 0, limit: 100 });
      const events = log.flatMap(eventsOf).map((event) => event.type);
      expect(events.filter((type) => type === 'MessageDelivered')).toHaveLength(1);
      expect(events.filter((type) => type === 'MessageAddressed')).toHaveLength(1);
    }
  });
});
