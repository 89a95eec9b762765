import type { Viewer } from '../../organization/viewer.ts';
import type { CaseRow } from '../../ports/rows.ts';
import type { CaseId } from '../../words/ids.ts';
import { seatSources } from '../places.ts';
import { mayReadCase, rankOf } from '../visible.ts';
import { parsed, type Sqlite } from './database.ts';

/** The case, if this viewer may read it. */
export function readableCase(database: Sqlite, viewer: Viewer, caseId: CaseId): CaseRow | undefined {
  const [row] = parsed<CaseRow>(database.prepare('SELECT json FROM case_row WHERE id = ?').all(caseId));
  return row && mayReadCase(viewer, row) ? row : undefined;
}

/** The same as a condition on `case_row c`, so that what may not be seen is gone before anything is sorted or counted. */
export const READABLE = `c.rank <= ? AND EXISTS (SELECT 1 FROM json_each(?) s CROSS JOIN reader r ON r.seat = s.value ->> 'place' AND r.key = c.key
  WHERE s.value ->> 'flow' IS NULL OR s.value ->> 'flow' = c.flow)`;

/** The values of that condition. */
export const readableBy = (viewer: Viewer): readonly unknown[] => [rankOf(viewer.clearance), JSON.stringify(seatSources(viewer))];
