import type { Commit } from '../../ports/commit.ts';
import type { StreamId } from '../../words/ids.ts';
import { commitId } from './commits.ts';
import type { CommitDocument } from './documents.ts';
import type { Hall } from './hall.ts';
import type { Journal } from './journal.ts';
import { takeMarksOff } from './marks.ts';

/** How many commits are settled together. */
const GROUP = 200;

/** Brings projected commits to their end behind the acknowledgement, those of one moment together. */
export interface Settler {
  add(commit: Commit): void;
  /** Resolves when all that were added up to now stand in the journal, or could not be entered. */
  journalled(): Promise<void>;
  /** Resolves when nothing is left to do. */
  idle(): Promise<void>;
}

interface Waiting {
  readonly commit: Commit;
  readonly entered: () => void;
}

/**
 * A commit is settled in this order: its rows are written (by the caller), it is entered in the journal, its mark is taken off. Whatever
 * a crash or a failure leaves out, the mark stays on, and the sweep of some server makes up for it.
 */
export function openSettler(
  hall: Hall,
  journal: Journal,
  on: {
    /** These are in the journal. */
    readonly entered: () => void;
    /** With these nothing is left to do here. */
    readonly over: (commits: readonly Commit[]) => void;
    /** Others have appended to this stream meanwhile. */
    readonly overtaken: (stream: StreamId) => Promise<unknown>;
  },
): Settler {
  const waiting: Waiting[] = [];
  const open = new Set<Promise<void>>();
  const work: { running?: Promise<void> } = {};

  async function settle(group: readonly Waiting[]): Promise<void> {
    const ids = group.map(({ commit }) => commitId(commit.stream, commit.revision));
    try {
      await journal.write(ids);
    } finally {
      for (const { entered } of group) entered();
    }
    on.entered();
    await takeMarksOff(hall, ids, true);
    for (const stream of await overtaken(hall, group)) await on.overtaken(stream);
  }

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      const group = waiting.splice(0, GROUP);
      // What cannot be settled now keeps its mark; the sweep finds it.
      await settle(group).catch(() => undefined);
      on.over(group.map(({ commit }) => commit));
    }
    delete work.running;
  }

  return {
    add(commit) {
      const entry = new Promise<void>((entered) => {
        waiting.push({ commit, entered });
      });
      open.add(entry);
      void entry.then(() => open.delete(entry));
      work.running ??= run();
    },
    journalled: async () => void (await Promise.all(open)),
    async idle() {
      while (work.running) await work.running;
    },
  };
}

/**
 * The streams to which others have appended since. Where a server does not replace atomically (FerretDB 1.24), one's own older row may
 * have taken the place of their newer one; whoever wrote last looks, so that the last to write is never one with older rows.
 */
async function overtaken(hall: Hall, group: readonly Waiting[]): Promise<readonly StreamId[]> {
  const next = group.map(({ commit }) => commitId(commit.stream, commit.revision + 1));
  const found = await hall.reach('look for others', () =>
    hall.collections.commits.find({ _id: { $in: next }, by: { $ne: hall.name } }, { stream: 1 }).lean<Pick<CommitDocument, 'stream'>[]>(),
  );
  return [...new Set(found.map(({ stream }) => stream))];
}
