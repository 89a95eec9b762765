import type { Connection } from 'mongoose';
import type { Commit } from '../../ports/commit.ts';
import type { Store } from '../../ports/store.ts';
import type { StreamId } from '../../words/ids.ts';
import { orderErasure } from '../erasure.ts';
import { caseViews, countStarted } from './caseViews.ts';
import { checkPredecessor, commitId, insertCommit, readCommit, storedAfter } from './commits.ts';
import type { Server } from './hall.ts';
import { openHeads } from './heads.ts';
import { openJournal } from './journal.ts';
import { openLines } from './lines.ts';
import { openListeners } from './listeners.ts';
import { markAll, markedStreams, takeMarksOff } from './marks.ts';
import { mongoFiles } from './mongoFiles.ts';
import { mongoLeases } from './mongoLeases.ts';
import { mongoNotes } from './mongoNotes.ts';
import { openHall, type MongoPlace } from './openHall.ts';
import { emptyProjections, projectCommit, projectStream } from './project.ts';
import { readsOf } from './reads.ts';
import { openSettler } from './settle.ts';
import { countTasks, taskViews } from './taskViews.ts';

/** The store with what only MongoDB offers. */
export interface MongoStore extends Store {
  /** What the server calls itself. */
  readonly server: Server;
  /** Makes the projections anew from the log, while no other server works. Where it is broken off, sweeps make up for it. */
  rebuild(): Promise<void>;
  /** The driver's connection: for watching what is sent. */
  readonly connection: Connection;
}

/** Later than every moment. */
const ALWAYS = '9999' as const;

/**
 * The store for more than one machine. Inserting a commit under its unique id is the commit; its projections follow, and whatever a crash
 * left of them is made up for by `pending` and `project`. Throws `StoreUnavailable` where the server cannot be reached.
 */
export async function createMongoStore(place: MongoPlace): Promise<MongoStore> {
  const hall = await openHall(place);
  const heads = openHeads(hall);
  const lines = openLines();
  const journal = openJournal(hall);
  const listeners = openListeners(hall, journal);
  /** The commits that this process is about to settle: no sweep of its own needs to look at them. */
  const inHand = new Set<string>();
  const over = (commits: readonly Commit[]): void => {
    for (const commit of commits) inHand.delete(commitId(commit.stream, commit.revision));
  };

  const project = (stream: StreamId): Promise<number> =>
    lines.after(stream, async () => {
      const { revision, unsettled } = await projectStream(hall, heads, stream);
      if (unsettled.length > 0) {
        await journal.write(unsettled);
        listeners.tell();
        await takeMarksOff(hall, unsettled);
      }
      return revision;
    });
  const settler = openSettler(hall, journal, { entered: listeners.tell, over, overtaken: project });

  /** The caller reads what it has written: rows and head are there before the answer. They may fail; the commit stands. */
  async function append(commit: Commit): ReturnType<Store['append']> {
    if (!heads.knows({ stream: commit.stream, revision: commit.revision - 1 })) await checkPredecessor(hall, commit);
    const outcome = await insertCommit(hall, commit);
    if (!outcome.ok) return outcome;
    await lines
      .after(commit.stream, () => projectCommit(hall, heads, commit))
      .then(
        () => settler.add(commit),
        () => over([commit]),
      );
    return outcome;
  }

  const store: MongoStore = {
    kind: 'mongodb',
    server: hall.server,
    connection: hall.connection,
    async append(commit) {
      inHand.add(commitId(commit.stream, commit.revision));
      return append(commit).then(
        (outcome) => {
          if (!outcome.ok) over([commit]);
          return outcome;
        },
        (error: unknown) => {
          over([commit]);
          throw error;
        },
      );
    },
    load: heads.load,
    log: async (of) => (await storedAfter(hall, of)).map(readCommit),
    async changes(after, limit) {
      await settler.journalled();
      return journal.read(after, limit);
    },
    async tail() {
      await settler.journalled();
      return journal.tail();
    },
    onChange: listeners.add,
    project,
    pending: (before, limit) => markedStreams(hall, { before, limit, inHand }),
    ...readsOf(hall),
    lease: mongoLeases(hall),
    async erase(order) {
      await orderErasure(store, order, hall.clock);
      // Ordered is ordered even when the carrying out was broken off; answered is what is carried out.
      await project(order.stream);
    },
    async rebuild() {
      await settler.idle();
      await markAll(hall);
      await emptyProjections(hall);
      // Once more: what was projected before the emptying and settled after the first marking.
      await markAll(hall);
      heads.forget();
      for (;;) {
        const streams = await markedStreams(hall, { before: ALWAYS, limit: 100, inHand: new Set() });
        for (const stream of streams) await project(stream);
        if (streams.length === 0) return;
      }
    },
    async close() {
      await lines.idle();
      await settler.idle();
      await listeners.stop();
      await hall.connection.close();
    },
    views: {
      ...taskViews(hall),
      ...caseViews(hall),
      async counts(viewer, now) {
        const [todo, read, started, overdue] = await Promise.all([
          countTasks(hall, viewer, { list: 'todo' }),
          countTasks(hall, viewer, { list: 'read' }),
          countStarted(hall, viewer),
          countTasks(hall, viewer, { list: 'todo', dueBefore: now }),
        ]);
        return { todo, read, started, overdue };
      },
    },
    notes: mongoNotes(hall, lines),
    files: mongoFiles(hall, { pending: (before, limit) => store.pending(before, limit), project }),
  };
  return store;
}
