import type { Clearance } from '../organization/model.ts';
import type { Viewer } from '../organization/viewer.ts';
import type { CaseRow, TaskRow } from '../ports/rows.ts';

const RANK: { readonly [clearance in Clearance]: number } = { open: 0, internal: 1, secret: 2, confidential: 3, topSecret: 4 };

/** The clearances a viewer may read. */
export const clearedFor = (viewer: Viewer): readonly Clearance[] =>
  (Object.keys(RANK) as Clearance[]).filter((clearance) => RANK[clearance] <= RANK[viewer.clearance]);

export const isCleared = (viewer: Viewer, clearance: Clearance): boolean => RANK[clearance] <= RANK[viewer.clearance];

/** Who may read a case: one of its readers, cleared for it; a deputy only for the flows deputised. */
export const mayReadCase = (viewer: Viewer, row: Pick<CaseRow, 'readers' | 'clearance' | 'flow'>): boolean =>
  isCleared(viewer, row.clearance) &&
  viewer.seats.some((held) => row.readers.includes(held.seat) && (!held.flows || held.flows.includes(row.flow)));

/** Whose open task it is: addressed to a seat of theirs and not signed for by another. */
export const isHolder = (viewer: Viewer, row: Pick<TaskRow, 'seats' | 'takenBy' | 'clearance' | 'flow'>): boolean =>
  isCleared(viewer, row.clearance) &&
  (row.takenBy === null || row.takenBy === viewer.person) &&
  viewer.seats.some((held) => row.seats.includes(held.seat) && (!held.flows || held.flows.includes(row.flow)));
