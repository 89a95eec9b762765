import { withChanges, type Change, type ScopedData } from '../kernel/change.ts';
import type { Json } from '../words/json.ts';
import type { Commit, Head } from './commit.ts';
import type { Snapshot } from './executor.ts';
import type { Row } from './rows.ts';

/** How many answered requests a head remembers; older ones are found in the log. */
export const REMEMBERED = 64;

/** The head after one more commit. Every store folds with this, so that all mean the same by a stream's state. */
export function fold(head: Head | undefined, commit: Commit): Head {
  const state = commit.parts.state
    ? (JSON.parse(commit.parts.state.text) as { readonly snapshot: Snapshot | null; readonly facts: Json })
    : undefined;
  const snapshot = state ? state.snapshot : head?.snapshot;
  return {
    stream: commit.stream,
    revision: commit.revision,
    at: commit.at,
    hash: commit.hash,
    ...(snapshot ? { snapshot } : {}),
    data: dataAfter(head?.data ?? {}, commit),
    facts: state ? state.facts : (head?.facts ?? null),
    answered: [...(head?.answered ?? []), ...(commit.request ? [commit.request] : [])].slice(-REMEMBERED),
  };
}

function dataAfter(data: ScopedData, commit: Commit): ScopedData {
  if (commit.parts.full) return JSON.parse(commit.parts.full.text) as ScopedData;
  if (!commit.parts.patch) return data;
  return withChanges(data, JSON.parse(commit.parts.patch.text) as readonly Change[]);
}

/** The rows that a commit states; none where they were erased by order. */
export const rowsIn = (commit: Commit): readonly Row[] => (commit.parts.rows ? (JSON.parse(commit.parts.rows.text) as readonly Row[]) : []);
