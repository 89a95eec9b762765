import type { Viewer } from '../../organization/viewer.ts';
import type { Commit } from '../../ports/commit.ts';
import type { CaseRow } from '../../ports/rows.ts';
import type { CaseId, PersonId } from '../../words/ids.ts';
import { commitsOf, definitionsOf, loadCase, type LoadedCase } from '../caseLog.ts';
import type { Parts } from '../parts.ts';
import type { Showing } from './cards.ts';
import { showingOf } from './showing.ts';

/** A case that this viewer may read, with its log and all that names are looked up in. */
export interface CaseReading {
  readonly viewer: Viewer;
  readonly row: CaseRow;
  readonly loaded: LoadedCase;
  readonly log: readonly Commit[];
  readonly showing: Showing;
}

/** Reads a case for somebody; undefined where it is not there for them. */
export async function readCase(parts: Parts, who: PersonId, caseId: CaseId): Promise<CaseReading | undefined> {
  const viewer = await parts.house.viewer(who);
  const row = viewer && (await parts.store.views.case(viewer, caseId));
  const loaded = row && (await loadCase(parts.store, caseId));
  if (!viewer || !row || !loaded) return undefined;
  const log = await commitsOf(parts.store, caseId);
  return { viewer, row, loaded, log, showing: await showingOf(parts, definitionsOf(loaded.facts, log)) };
}
