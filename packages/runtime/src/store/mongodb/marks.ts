import type { StreamId } from '../../words/ids.ts';
import type { CommitDocument } from './documents.ts';
import type { Hall } from './hall.ts';

/** Commits whose projections were all written are no longer marked. With `own`, those marks stay that a rebuild has put on (empty ones). */
export async function takeMarksOff(hall: Hall, ids: readonly string[], own = false): Promise<void> {
  const filter = { _id: { $in: [...ids] }, ...(own ? { unsettled: { $gt: '' } } : {}) };
  await hall.reach('take marks off', () => hall.collections.commits.updateMany(filter, { $unset: { unsettled: 1 } }));
}

/** Marks all commits: their projections are about to be made anew. */
export async function markAll(hall: Hall): Promise<void> {
  await hall.reach('mark all', () => hall.collections.commits.updateMany({}, { $set: { unsettled: '' } }));
}

/** The streams with commits that were marked at that moment or before, without those in hand. */
export async function markedStreams(
  hall: Hall,
  of: { readonly before: string; readonly limit: number; readonly inHand: ReadonlySet<string> },
): Promise<readonly StreamId[]> {
  const found = await hall.reach('look for marks', () =>
    hall.collections.commits
      .find({ unsettled: { $lte: of.before } }, { stream: 1 })
      .sort({ unsettled: 1 })
      .limit(of.limit + of.inHand.size)
      .lean<Pick<CommitDocument, '_id' | 'stream'>[]>(),
  );
  const streams = found.filter(({ _id }) => !of.inHand.has(_id)).map(({ stream }) => stream);
  return [...new Set(streams)].slice(0, of.limit);
}
