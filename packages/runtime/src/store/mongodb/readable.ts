import type { Viewer } from '../../organization/viewer.ts';
import type { CaseRow } from '../../ports/rows.ts';
import type { CaseId } from '../../words/ids.ts';
import { seatSources } from '../places.ts';
import { mayReadCase, rankOf } from '../visible.ts';
import type { CaseDocument } from './documents.ts';
import type { Hall } from './hall.ts';

/** Rows as they were written. */
export const rowsOf = <Row>(found: readonly { readonly json: string }[]): readonly Row[] =>
  found.map(({ json }) => JSON.parse(json) as Row);

/** The case, if this viewer may read it. */
export async function readableCase(hall: Hall, viewer: Viewer, caseId: CaseId): Promise<CaseRow | undefined> {
  const found = await hall.reach('read case', () => hall.collections.case.findById(caseId, { json: 1 }).lean<Pick<CaseDocument, 'json'>>());
  const row = found && (JSON.parse(found.json) as CaseRow);
  return row && mayReadCase(viewer, row) ? row : undefined;
}

/** The same as a condition on cases, so that what may not be seen is gone before anything is sorted or counted. */
export function readableBy(viewer: Viewer): object {
  const sources = seatSources(viewer);
  const always = sources.filter(({ flow }) => !flow).map(({ place }) => place);
  const sometimes = sources.flatMap(({ place, flow }) => (flow ? [{ readers: place, flow }] : []));
  return { rank: { $lte: rankOf(viewer.clearance) }, $or: [{ readers: { $in: always } }, ...sometimes] };
}
