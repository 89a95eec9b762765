import type { Commit, Head } from '../../ports/commit.ts';
import { fold } from '../../ports/fold.ts';
import type { Row } from '../../ports/rows.ts';
import type { Revision, StreamId } from '../../words/ids.ts';
import { erasureIn } from '../erasure.ts';
import { applyRows, noTables, type Tables } from '../memory/tables.ts';
import { eraseParts, readCommit, storedAfter } from './commits.ts';
import type { Hall } from './hall.ts';
import type { Heads } from './heads.ts';
import { replaceUnlessNewer, type Statement } from './replace.ts';
import { rowDocument } from './rowDocument.ts';

/** The head's projection is written with every so many commits. */
const HEAD_EVERY = 8;

/** How many commits one read of the log brings. */
const PAGE = 500;

const TABLES = ['case', 'task', 'due', 'subscription', 'outbox', 'file', 'definition'] as const;

/** Removes the projections; the log is what they are made from anew. */
export async function emptyProjections({ collections, reach }: Hall): Promise<void> {
  for (const name of ['heads', ...TABLES] as const) {
    const collection = collections[name] as typeof collections.heads;
    await reach('empty projection', () => collection.deleteMany({}));
  }
}

/** Projects one commit: its stream's head, its rows, and what it orders to be erased. */
export async function projectCommit(hall: Hall, heads: Heads, commit: Commit): Promise<void> {
  const tables = noTables();
  applyRows(tables, commit);
  const writeHead = async (): Promise<void> => {
    // The commits after it are few and quickly read; the first makes the stream known.
    const isWritten = commit.revision === 1 || commit.revision % HEAD_EVERY === 0;
    if (!isWritten && !heads.knows({ stream: commit.stream, revision: commit.revision - 1 })) return;
    const head = await heads.after(commit);
    if (head && isWritten) await heads.write(head);
  };
  await allOf([writeHead(), ...writeTables(hall, tables)]);
  const erasure = erasureIn(commit);
  if (erasure) await eraseParts(hall, commit.stream, erasure);
}

/** Projects a stream anew from its whole log; answers its revision, and which of its commits were not settled yet. */
export async function projectStream(
  hall: Hall,
  heads: Heads,
  stream: StreamId,
): Promise<{ readonly revision: Revision; readonly unsettled: readonly string[] }> {
  const tables = noTables();
  const erasures: NonNullable<ReturnType<typeof erasureIn>>[] = [];
  const unsettled: string[] = [];
  let head: Head | undefined;
  for (let more = true; more; ) {
    const page = await storedAfter(hall, { stream, after: head?.revision ?? 0, limit: PAGE });
    for (const stored of page) {
      const commit = readCommit(stored);
      head = fold(head, commit);
      applyRows(tables, commit);
      const erasure = erasureIn(commit);
      if (erasure) erasures.push(erasure);
      if (stored.unsettled !== undefined) unsettled.push(stored._id);
    }
    more = page.length === PAGE;
  }
  if (!head) return { revision: 0, unsettled };
  await allOf([heads.write(head), ...writeTables(hall, tables)]);
  for (const erasure of erasures) await eraseParts(hall, stream, erasure);
  return { revision: head.revision, unsettled };
}

function writeTables(hall: Hall, tables: Tables): readonly Promise<void>[] {
  return TABLES.map((table) => {
    const rows: readonly Row[] = [...tables[table].values()];
    return replaceUnlessNewer(hall.reach, hall.collections[table] as (typeof hall.collections)['heads'], rows.map(statementOf));
  });
}

/** A closing statement of a subscription does not repeat what was subscribed to. */
const statementOf = (row: Row): Statement => ({
  document: rowDocument(row),
  ...(row.table === 'subscription' && row.name === '' ? { only: { revision: row.revision, open: row.state === 'open' } } : {}),
});

/** Waits for all, then throws what one has thrown: nothing goes on behind the caller's back. */
async function allOf(promises: readonly Promise<unknown>[]): Promise<void> {
  const failed = (await Promise.allSettled(promises)).find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
}
