import type { Viewer } from '../../organization/viewer.ts';
import type { Head } from '../../ports/commit.ts';
import type { DueRow, OutboxRow, SubscriptionRow } from '../../ports/rows.ts';
import type { Note, StoredFile } from '../../ports/store.ts';
import type { Counts } from '../../ports/views.ts';
import { id, type CaseId, type FileId, type Instant, type Revision, type StreamId } from '../../words/ids.ts';
import { END } from '../cursor.ts';
import { caseViews, countStarted } from './caseViews.ts';
import { commitsOf, readHead } from './commits.ts';
import { parsed, type Sqlite } from './database.ts';
import { countTasks, taskViews } from './taskViews.ts';

type Log = { readonly stream: StreamId; readonly after: Revision; readonly limit: number };

/** All that only reads. */
export type Reads = ReturnType<typeof reads>;

export const reads = (database: Sqlite) => ({
  ...taskViews(database),
  ...caseViews(database),
  counts: (viewer: Viewer, now: Instant): Counts => ({
    todo: countTasks(database, viewer, { list: 'todo' }),
    read: countTasks(database, viewer, { list: 'read' }),
    started: countStarted(database, viewer),
    overdue: countTasks(database, viewer, { list: 'todo', dueBefore: now }),
  }),
  load: (stream: StreamId): Head | undefined => readHead(database, stream),
  log: (of: Log) => commitsOf(database, of),
  changes(after: string, limit: number) {
    const from = after === '' ? 0 : Number(after);
    const found = database
      .prepare('SELECT seq, stream, revision FROM commits WHERE seq > ? ORDER BY seq LIMIT ?')
      .all(from, limit) as readonly { readonly seq: number; readonly stream: StreamId; readonly revision: Revision }[];
    return { rows: found.map(({ stream, revision }) => ({ stream, revision })), cursor: String(found.at(-1)?.seq ?? from) };
  },
  tail(): string {
    const [last] = database.prepare('SELECT max(seq) AS seq FROM commits').all() as readonly { readonly seq: number | null }[];
    return String(last?.seq ?? 0);
  },
  streams: (from: { readonly prefix: string; readonly after: string; readonly limit: number }): readonly StreamId[] =>
    (
      database
        .prepare('SELECT stream FROM heads WHERE stream >= ? AND stream < ? AND stream > ? ORDER BY stream LIMIT ?')
        .all(from.prefix, from.prefix + END, from.after, from.limit) as readonly { readonly stream: StreamId }[]
    ).map((one) => one.stream),
  due: (before: Instant, limit: number): readonly DueRow[] =>
    parsed(database.prepare("SELECT json FROM due_row WHERE state = 'armed' AND at <= ? ORDER BY at, id LIMIT ?").all(before, limit)),
  outbox: (limit: number, after: Pick<OutboxRow, 'sentAt' | 'id'> = { sentAt: id(''), id: '' }): readonly OutboxRow[] =>
    parsed(
      database
        .prepare("SELECT json FROM outbox_row WHERE state IN ('pending', 'undelivered') AND (sent, id) > (?, ?) ORDER BY sent, id LIMIT ?")
        .all(after.sentAt, after.id, limit),
    ),
  subscriptions: (name: string, to: string): readonly SubscriptionRow[] =>
    parsed<SubscriptionRow>(
      database.prepare("SELECT json FROM subscription_row WHERE state = 'open' AND name = ? ORDER BY id").all(name),
    ).filter((row) => row.to === to),
  note: (key: string, now: Instant): Note | undefined =>
    parsed<Note>(database.prepare('SELECT json FROM notes WHERE key = ? AND (until IS NULL OR until > ?)').all(key, now))[0],
  notes: (from: { readonly prefix: string; readonly limit: number; readonly now: Instant }): readonly (Note & { readonly key: string })[] =>
    (
      database
        .prepare('SELECT key, json FROM notes WHERE key >= ? AND key < ? AND (until IS NULL OR until > ?) ORDER BY key LIMIT ?')
        .all(from.prefix, `${from.prefix}${END}`, from.now, from.limit) as readonly { readonly key: string; readonly json: string }[]
    ).map(({ key, json }) => ({ ...(JSON.parse(json) as Note), key })),
  file: (file: FileId): StoredFile | undefined =>
    parsed<StoredFile>(database.prepare('SELECT json FROM stored_files WHERE id = ?').all(file))[0],
  caseOfFile: (file: FileId): CaseId | undefined =>
    (database.prepare('SELECT case_id FROM file_row WHERE id = ?').all(file) as readonly { readonly case_id: CaseId }[])[0]?.case_id,
});
