import { covers } from '../organization/clearance.ts';
import type { Clearance } from '../organization/model.ts';
import type { HeldSeat, Viewer } from '../organization/viewer.ts';
import type { CaseRow, TaskRow } from '../ports/rows.ts';
import { personSeat, type ProcessKey, type Seat } from '../words/ids.ts';

export { rankOf } from '../organization/clearance.ts';

const isCleared = (viewer: Viewer, clearance: Clearance): boolean => covers(viewer.clearance, clearance);

/** Who reads a case: those that it was given to, and those who have done a step of it. */
export const readersOf = (row: Pick<CaseRow, 'readers' | 'doers'>): readonly Seat[] => [
  ...new Set([...row.readers, ...row.doers.map(personSeat)]),
];

/** Who may read a case: one of its readers, cleared for it; a deputy only for the flows deputised. */
export const mayReadCase = (viewer: Viewer, row: Pick<CaseRow, 'readers' | 'doers' | 'clearance' | 'flow'>): boolean => {
  const readers = readersOf(row);
  return isCleared(viewer, row.clearance) && viewer.seats.some((held) => readers.includes(held.seat) && isFor(held, row.flow));
};

/** Whether it is this viewer's to choose what is begun next in a case that they may read. */
export const choosesIn = (viewer: Viewer, row: Pick<CaseRow, 'choosing' | 'flow'>): boolean =>
  viewer.seats.some((held) => row.choosing?.includes(held.seat) && isFor(held, row.flow));

/** Who counts what runs without reading it: how many cases a new version leaves on the old one tells nothing of any of them. */
export const countsAll = (viewer: Viewer): boolean => viewer.roles.includes('processOwner');

const isFor = (held: HeldSeat, flow: ProcessKey): boolean => !held.flows || held.flows.includes(flow);

/** Whose open task it is: who signed for it, else whoever holds a seat of it. */
export const isHolder = (viewer: Viewer, row: Pick<TaskRow, 'state' | 'seats' | 'barred' | 'takenBy' | 'clearance' | 'flow'>): boolean =>
  row.state === 'open' &&
  isCleared(viewer, row.clearance) &&
  !row.barred?.includes(viewer.person) &&
  (row.takenBy ? row.takenBy === viewer.person : viewer.seats.some((held) => row.seats.includes(held.seat) && isFor(held, row.flow)));

/** The task as one of mine that I did, while I am still cleared for it. */
export const isDoer = (viewer: Viewer, row: Pick<TaskRow, 'doneBy' | 'clearance'>): boolean =>
  row.doneBy === viewer.person && isCleared(viewer, row.clearance);
