import { describe, expect, test } from '@jest/globals';
import { kernelExecutor } from '../../../packages/runtime/src/executor/kernel/kernelExecutor.ts';
import { eventsOf } from '../../../packages/runtime/src/office/caseLog.ts';
import { createOffice } from '../../../packages/runtime/src/office/create.ts';
import type { Store } from '../../../packages/runtime/src/ports/store.ts';
import { id } from '../../../packages/runtime/src/words/ids.ts';
import { endingAt } from './endingAt.ts';
import { person, yes } from './harness.ts';
import { ASK, EXPERT, HEARS, TELLS, WAITS, talking } from './talking.ts';

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

describe('a crash while a message from outside is kept', () => {
  for (const done of [false, true])
    test(`given a store that ends at any call ${done ? 'after' : 'before'} it is done while it is brought and delivered, when all is tried again, then it has come once`, async () => {
      let reached = true;
      for (let call = 1; reached; call += 1) {
        const { store, clock, starts, does, standing, timeline } = await talking([HEARS]);
        const broken = endingAt(store, call, done);
        const office = (on: Store) => createOffice({ store: on, executor: kernelExecutor, clock });
        const brings = async (on: Store) =>
          office(on).bringMessage(person('wu-fang'), { request: 'early', name: '通知', key: '一', payload: {} });
        await brings(broken.store).catch(() => undefined);
        if (!broken.state.ended) yes(await brings(store));
        const waiting = await starts('waits', '一');
        await does('peng-fei', 'prepares');
        if (broken.state.ended) yes(await brings(store));
        else
          await office(broken.store)
            .sweep('test')
            .catch(() => undefined);
        reached = broken.state.ended;
        await office(store).sweep('test');
        await office(store).sweep('test');
        expect(await standing('waits')).toMatchObject([{ at: ['follows'] }]);
        expect((await timeline(waiting)).filter((words) => words === '收到：通知')).toHaveLength(1);
        expect(await store.outbox(10)).toEqual([]);
      }
    });

  test('given a case that waits by now, when two servers deliver it at once, then it has come once', async () => {
    const { store, clock, starts, does, standing, brings, timeline } = await talking([HEARS]);
    yes(await brings('wu-fang', { name: '通知', key: '一' }));
    const waiting = await starts('waits', '一');
    await does('peng-fei', 'prepares');
    const shared: Store = { ...store, lease: async () => ({ fence: 1 }) };
    const servers = ['one', 'two', 'three'].map(() => createOffice({ store: shared, executor: kernelExecutor, clock }));
    await Promise.all(servers.map((office, index) => office.sweep(`server-${index}`)));
    expect(await standing('waits')).toMatchObject([{ at: ['follows'] }]);
    expect((await timeline(waiting)).filter((words) => words === '收到：通知')).toHaveLength(1);
  });
});

describe('two servers at work on one store', () => {
  test('given a message that is kept and a case that waits by now, when both deliver it at once, then it is addressed once and has come once', async () => {
    const { store, clock, starts, does, standing } = await talking([WAITS, TELLS]);
    const telling = await starts('tells', '一');
    await starts('waits', '一');
    await does('peng-fei', 'prepares');
    // A lease is economy, not correctness: here everybody has it.
    const shared: Store = { ...store, lease: async () => ({ fence: 1 }) };
    const servers = ['one', 'two', 'three'].map(() => createOffice({ store: shared, executor: kernelExecutor, clock }));
    await Promise.all(servers.map((office, index) => office.sweep(`server-${index}`)));
    expect(await standing('waits')).toMatchObject([{ at: ['follows'] }]);
    const log = await store.log({ stream: id(`case/${telling}`), after: 0, limit: 100 });
    const events = log.flatMap(eventsOf).map((event) => event.type);
    expect(events.filter((type) => type === 'MessageAddressed')).toHaveLength(1);
    expect(events.filter((type) => type === 'MessageDelivered')).toHaveLength(1);
  });
});
