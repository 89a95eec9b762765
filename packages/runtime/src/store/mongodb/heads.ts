import type { Commit, Head } from '../../ports/commit.ts';
import { fold, REMEMBERED } from '../../ports/fold.ts';
import type { StreamId } from '../../words/ids.ts';
import { answeredUpTo, commitId, readCommit, storedAfter } from './commits.ts';
import type { CommitDocument, Projected } from './documents.ts';
import type { Hall } from './hall.ts';
import { replaceUnlessNewer } from './replace.ts';

/** How many heads are kept in memory: a busy morning's cases. */
const KEPT = 500;

/** How many commits one read of the log brings. */
const PAGE = 500;

/** Streams as they stand. */
export interface Heads {
  /** Never behind the log: what is known, here or in the head's projection, and all that the log holds after it. */
  load(stream: StreamId): Promise<Head | undefined>;
  /** Whether this revision is known to be in the log, without asking. */
  knows(commit: Pick<Commit, 'stream' | 'revision'>): boolean;
  /** The head of a stream to which this commit was appended; at least at its revision. */
  after(commit: Commit): Promise<Head | undefined>;
  /** Writes the projection, unless a newer one stands there. */
  write(head: Head): Promise<void>;
  forget(): void;
}

export function openHeads(hall: Hall): Heads {
  const known = new Map<StreamId, Head>();

  function keep(head: Head): Head {
    const there = known.get(head.stream);
    known.delete(head.stream);
    known.set(head.stream, there && there.revision > head.revision ? there : head);
    const [oldest] = known.keys();
    if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
    return head;
  }

  async function projected(stream: StreamId): Promise<Head | undefined> {
    const found = await hall.reach('read head', () => hall.collections.heads.findById(stream).lean<Projected>());
    if (!found) return undefined;
    const head = JSON.parse(found.json) as Omit<Head, 'answered'>;
    const answered = head.revision > 0 ? await answeredUpTo(hall, { stream, revision: head.revision, limit: REMEMBERED }) : [];
    return { ...head, answered };
  }

  async function load(stream: StreamId): Promise<Head | undefined> {
    let head = known.get(stream) ?? (await projected(stream));
    // Mostly nothing has come, and one look under one id tells.
    const next = commitId(stream, (head?.revision ?? 0) + 1);
    const first = await hall.reach('read tail', () => hall.collections.commits.findById(next).lean<CommitDocument>());
    if (!first) return head && keep(head);
    head = fold(head, readCommit(first));
    for (;;) {
      const page = await storedAfter(hall, { stream, after: head.revision, limit: PAGE });
      for (const stored of page) head = fold(head, readCommit(stored));
      if (page.length < PAGE) return keep(head);
    }
  }

  return {
    load,
    knows: ({ stream, revision }) => (known.get(stream)?.revision ?? 0) >= revision,
    async after(commit) {
      const before = known.get(commit.stream);
      if (before && before.revision >= commit.revision) return before;
      if (commit.revision === 1 || before?.revision === commit.revision - 1) return keep(fold(before, commit));
      return load(commit.stream);
    },
    async write(head) {
      const { answered: _inTheLog, ...kept } = head;
      const document = { _id: head.stream, revision: head.revision, json: JSON.stringify(kept) };
      await replaceUnlessNewer(hall.reach, hall.collections.heads, [{ document }]);
    },
    forget: () => known.clear(),
  };
}
