import { PARTS, type Answered, type Commit, type Part } from '../../ports/commit.ts';
import type { Store } from '../../ports/store.ts';
import type { Revision, StreamId } from '../../words/ids.ts';
import { BrokenPromise } from '../../words/refusal.ts';
import type { CommitDocument } from './documents.ts';
import { isDuplicate } from './failure.ts';
import type { Hall } from './hall.ts';
import { insist } from './reach.ts';

type Outcome = Awaited<ReturnType<Store['append']>>;

/** The unique id of a commit. */
export const commitId = (stream: StreamId, revision: Revision): string => `${stream}@${revision}`;

/** Takes `stream@revision` apart. */
export function streamAndRevision(row: string): { readonly stream: StreamId; readonly revision: Revision } {
  const at = row.lastIndexOf('@');
  return { stream: row.slice(0, at) as StreamId, revision: Number(row.slice(at + 1)) };
}

/** A commit as it was appended, without the parts that were erased. */
export const readCommit = (stored: Pick<CommitDocument, 'header' | 'parts'>): Commit =>
  ({ ...(JSON.parse(stored.header) as object), parts: stored.parts ?? {} }) as Commit;

/**
 * Inserts a commit under its unique id, or says who was first. Whether an insert whose answer got lost was carried out is found out by
 * inserting it again: the id is taken then, and the nonce tells whose it is. What a majority does not hold yet is not acknowledged.
 */
export async function insertCommit(hall: Hall, commit: Commit): Promise<Outcome> {
  const { collections, reach } = hall;
  const { parts, ...header } = commit;
  const document: CommitDocument = {
    _id: commitId(commit.stream, commit.revision),
    stream: commit.stream,
    revision: commit.revision,
    nonce: commit.nonce,
    by: hall.name,
    unsettled: commit.at,
    ...(commit.request ? { request: JSON.stringify(commit.request) } : {}),
    header: JSON.stringify(header),
    parts,
  };
  return insist<Outcome>(hall.patience, async () => {
    try {
      await reach('insert commit', () => collections.commits.create(document));
      return { ok: true };
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
    const there = await reach('find commit', () => collections.commits.findById(document._id).lean<CommitDocument>());
    if (!there) return undefined;
    if (there.nonce === commit.nonce) return { ok: true };
    const { revision, actor, at } = readCommit(there);
    return { ok: false, winner: { revision, actor, at } };
  });
}

/** Refuses a commit that would leave a gap in its stream. */
export async function checkPredecessor(hall: Hall, commit: Commit): Promise<void> {
  if (commit.revision === 1) return;
  const before = commitId(commit.stream, commit.revision - 1);
  const there = await hall.reach('find predecessor', () => hall.collections.commits.findById(before, { _id: 1 }).lean());
  if (!there) throw new BrokenPromise(`revision ${commit.revision} of ${commit.stream} does not follow: ${before} is not in the log`);
}

/** The commits of a stream after a revision, in order, as they are stored. */
export const storedAfter = (
  hall: Hall,
  of: { readonly stream: StreamId; readonly after: Revision; readonly limit: number },
): Promise<readonly CommitDocument[]> =>
  hall.reach('read log', () =>
    hall.collections.commits
      .find({ stream: of.stream, revision: { $gt: of.after } })
      .sort({ revision: 1 })
      .limit(of.limit)
      .lean<CommitDocument[]>(),
  );

/** The last requests that a stream has answered up to a revision, in order. */
export async function answeredUpTo(
  hall: Hall,
  of: { readonly stream: StreamId; readonly revision: Revision; readonly limit: number },
): Promise<readonly Answered[]> {
  const found = await hall.reach('read answers', () =>
    hall.collections.commits
      .find({ stream: of.stream, revision: { $lte: of.revision }, request: { $exists: true } }, { request: 1 })
      .sort({ revision: -1 })
      .limit(of.limit)
      .lean<Pick<CommitDocument, 'request'>[]>(),
  );
  return found.reverse().map(({ request }) => JSON.parse(request ?? 'null') as Answered);
}

/** Removes parts of a stream's commits up to a revision. Doing it twice does no harm. */
export async function eraseParts(hall: Hall, stream: StreamId, erasure: { readonly parts: readonly Part[]; readonly upTo: Revision }) {
  const gone = PARTS.filter((part) => erasure.parts.includes(part));
  await hall.reach('erase parts', () =>
    hall.collections.commits.updateMany(
      { stream, revision: { $lte: erasure.upTo } },
      { $unset: Object.fromEntries(gone.map((part) => [`parts.${part}`, 1])) },
    ),
  );
}
