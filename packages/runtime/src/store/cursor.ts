import type { CaseRow, TaskRow } from '../ports/rows.ts';

/** Sorts after every instant: tasks without a due time come last. */
const NO_DUE = '9999';

/** Where an open task stands in its lists: by due time, then opening, then id. Unique, so that it is the cursor of a page too. */
export const openKey = (row: TaskRow): string => `${row.due ?? NO_DUE}|${row.openedAt}|${row.id}`;

/** Where a task that was done stands in the list of who did it; read backwards. */
export const doneKey = (row: TaskRow): string => `${row.closedAt ?? ''}|${row.id}`;

/** Where a case stands in its lists; read backwards. Of its start, as that never changes: a page turned while cases move misses none. */
export const caseKey = (row: CaseRow): string => `${row.startedAt}|${row.id}`;

/** Sorts after every key: where a list that is read backwards begins. */
export const END = '\u{10ffff}';

/** Compares as the databases do: by code unit, which for these keys is the order of time. */
export const before = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
