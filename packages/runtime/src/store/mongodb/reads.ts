import type { DueRow, OutboxRow, SubscriptionRow } from '../../ports/rows.ts';
import type { Store } from '../../ports/store.ts';
import type { StreamId } from '../../words/ids.ts';
import { END } from '../cursor.ts';
import type { Projected } from './documents.ts';
import type { Hall } from './hall.ts';
import { rowsOf } from './readable.ts';

/** What the office's own work is read from: streams, due times, messages. */
export const readsOf = ({ collections, reach }: Hall): Pick<Store, 'streams' | 'due' | 'outbox' | 'subscriptions'> => ({
  async streams(prefix, after, limit) {
    const found = await reach('list streams', () =>
      collections.heads
        .find({ _id: { $gte: prefix, $lt: prefix + END, $gt: after } }, { _id: 1 })
        .sort({ _id: 1 })
        .limit(limit)
        .lean<{ readonly _id: StreamId }[]>(),
    );
    return found.map(({ _id }) => _id);
  },
  due: async (before, limit) =>
    rowsOf<DueRow>(
      await reach('read due', () =>
        collections.due
          .find({ armed: true, at: { $lte: before } })
          .sort({ at: 1, _id: 1 })
          .limit(limit)
          .lean<Projected[]>(),
      ),
    ),
  outbox: async (limit, after) =>
    rowsOf<OutboxRow>(
      await reach('read outbox', () =>
        collections.outbox
          .find({
            open: true,
            ...(after ? { $or: [{ sent: { $gt: after.sentAt } }, { sent: after.sentAt, _id: { $gt: after.id } }] } : {}),
          })
          .sort({ sent: 1, _id: 1 })
          .limit(limit)
          .lean<Projected[]>(),
      ),
    ),
  subscriptions: async (name, to) =>
    rowsOf<SubscriptionRow>(
      await reach('read subscriptions', () => collections.subscription.find({ name, to, open: true }).sort({ _id: 1 }).lean<Projected[]>()),
    ),
});
