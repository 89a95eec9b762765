import type { Store } from '../../ports/store.ts';
import { AT, deputy, fang, stranger, wei } from './samples.ts';

/** Everything that a store says, as one value: to compare before and after a restart, a rebuild, a crash. */
export async function tell(store: Store): Promise<unknown> {
  const streams = await store.streams('', '', 1000);
  const viewers = await Promise.all(
    [wei, fang, deputy, stranger].map(async (viewer) => ({
      todo: await store.views.tasks(viewer, { list: 'todo', limit: 100 }),
      read: await store.views.tasks(viewer, { list: 'read', limit: 100 }),
      done: await store.views.tasks(viewer, { list: 'done', limit: 100 }),
      all: await store.views.cases(viewer, { list: 'all', limit: 100 }),
      started: await store.views.cases(viewer, { list: 'started', limit: 100 }),
      counts: await store.views.counts(viewer, AT),
      found: await store.views.search(viewer, '通知', 100),
      running: await store.views.running(viewer),
    })),
  );
  const heads = [];
  for (const stream of streams) heads.push((await store.load(stream)) ?? null);
  return {
    streams,
    heads,
    viewers,
    due: await store.due('2027' as never, 100),
    outbox: await store.outbox(100),
    subscriptions: await store.subscriptions('handed over', 'message'),
    definitions: await store.views.definitions(wei),
  };
}
