import { PARTS, type Commit, type Part } from '../../ports/commit.ts';
import type { Revision, StreamId } from '../../words/ids.ts';

/**
 * A commit as the log's table has it, a text a column: what crosses to the writer, and what its insert binds. A part is its salt, a line
 * break and its text: just what its digest is of; null where there is none, or where it was erased.
 */
export type StoredCommit = {
  readonly stream: StreamId;
  readonly revision: Revision;
  readonly nonce: string;
  readonly request: string | null;
  readonly header: string;
} & { readonly [P in Part]: string | null };

/** The commit as it is stored. */
export function stored(commit: Commit): StoredCommit {
  const { parts, request, ...header } = commit;
  const textOf = (part: Part): string | null => {
    const value = parts[part];
    return value ? `${value.salt}\n${value.text}` : null;
  };
  return {
    stream: commit.stream,
    revision: commit.revision,
    nonce: commit.nonce,
    request: request ? JSON.stringify(request) : null,
    header: JSON.stringify(header),
    state: textOf('state'),
    patch: textOf('patch'),
    full: textOf('full'),
    events: textOf('events'),
    rows: textOf('rows'),
    trail: textOf('trail'),
  };
}

/** The commit as it was appended, without the parts that were erased. */
export function restored(row: Omit<StoredCommit, 'stream' | 'revision' | 'nonce'>): Commit {
  const parts: { [P in Part]?: { readonly salt: string; readonly text: string } } = {};
  for (const part of PARTS) {
    const text = row[part];
    if (text === null) continue;
    const end = text.indexOf('\n');
    parts[part] = { salt: text.slice(0, end), text: text.slice(end + 1) };
  }
  return {
    ...(JSON.parse(row.header) as Omit<Commit, 'parts' | 'request'>),
    ...(row.request === null ? {} : { request: JSON.parse(row.request) as NonNullable<Commit['request']> }),
    parts,
  };
}
