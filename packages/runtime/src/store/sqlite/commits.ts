import type { Answered, Commit, Head } from '../../ports/commit.ts';
import type { Revision, StreamId } from '../../words/ids.ts';
import { parsed, type Sqlite } from './database.ts';

/** How many answered requests a head remembers. */
const REMEMBERED = 64;

interface Stored {
  readonly seq: number;
  readonly header: string;
  readonly parts: string;
}

/** A commit as it was appended, without the parts that were erased. */
export const readCommit = (stored: Pick<Stored, 'header' | 'parts'>): Commit =>
  ({ ...(JSON.parse(stored.header) as object), parts: JSON.parse(stored.parts) as Commit['parts'] }) as Commit;

/** Inserts a commit under its unique id. */
export function insertCommit(database: Sqlite, commit: Commit): void {
  const { parts, ...header } = commit;
  database
    .prepare('INSERT INTO commits (stream, revision, nonce, request, header, parts) VALUES (?, ?, ?, ?, ?, ?)')
    .run(
      commit.stream,
      commit.revision,
      commit.nonce,
      commit.request ? JSON.stringify(commit.request) : null,
      JSON.stringify(header),
      JSON.stringify(parts),
    );
}

/** The commits of a stream after a revision, in order. */
export const commitsOf = (
  database: Sqlite,
  of: { readonly stream: StreamId; readonly after: Revision; readonly limit: number },
): readonly Commit[] =>
  (
    database
      .prepare('SELECT header, parts FROM commits WHERE stream = ? AND revision > ? ORDER BY revision LIMIT ?')
      .all(of.stream, of.after, of.limit) as readonly Stored[]
  ).map(readCommit);

/** All commits in the order in which they were appended, after a place in it. */
export const commitsAfter = (database: Sqlite, seq: number): readonly { readonly seq: number; readonly commit: Commit }[] =>
  (database.prepare('SELECT seq, header, parts FROM commits WHERE seq > ? ORDER BY seq LIMIT 500').all(seq) as readonly Stored[]).map(
    (stored) => ({ seq: stored.seq, commit: readCommit(stored) }),
  );

/** The head of a stream. What was answered is read from the log, so that a long case does not write it again with every step. */
export function readHead(database: Sqlite, stream: StreamId): Head | undefined {
  const [head] = parsed<Omit<Head, 'answered'>>(database.prepare('SELECT json FROM heads WHERE stream = ?').all(stream));
  if (!head) return undefined;
  const answered = parsed<Answered>(
    database
      .prepare('SELECT request AS json FROM commits WHERE stream = ? AND request IS NOT NULL ORDER BY revision DESC LIMIT ?')
      .all(stream, REMEMBERED),
  );
  return { ...head, answered: [...answered].reverse() };
}

/** Writes down the head of a stream. */
export function writeHead(database: Sqlite, head: Head): void {
  const { answered: _inTheLog, ...kept } = head;
  database
    .prepare(
      'INSERT INTO heads (stream, revision, json) VALUES (?, ?, ?) ON CONFLICT (stream) DO UPDATE SET revision = excluded.revision, json = excluded.json',
    )
    .run(head.stream, head.revision, JSON.stringify(kept));
}
