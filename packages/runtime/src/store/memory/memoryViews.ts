import type { Viewer } from '../../organization/viewer.ts';
import type { CaseRow, DefinitionRow, OutboxRow, Row, TaskRow } from '../../ports/rows.ts';
import type { CaseQuery, Page, TaskQuery, Views } from '../../ports/views.ts';
import type { CaseId, TaskId } from '../../words/ids.ts';
import { NO_DUE, readCursor, writeCursor } from '../cursor.ts';
import { grams, wanted } from '../grams.ts';
import { isHolder, mayReadCase } from '../visible.ts';

/** Rows by table and id. */
export type Tables = { readonly [table in Row['table']]: Map<string, Row> };

/** Badges stop here; the browser writes 99+. */
const MANY = 100;

const before = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** The views of the memory store: plain filters, the measure for what the other stores must answer. */
export function memoryViews(tables: Tables): Views {
  const tasks = (): readonly TaskRow[] => [...tables.task.values()] as TaskRow[];
  const cases = (): readonly CaseRow[] => [...tables.case.values()] as CaseRow[];
  const caseRow = (caseId: CaseId): CaseRow | undefined => tables.case.get(caseId) as CaseRow | undefined;
  const readable = (viewer: Viewer, caseId: CaseId): boolean => {
    const row = caseRow(caseId);
    return row !== undefined && mayReadCase(viewer, row);
  };

  function page<Entry extends { readonly id: string }>(
    rows: readonly Entry[],
    key: (row: Entry) => string,
    query: { readonly limit: number; readonly cursor?: string; readonly newest?: boolean },
  ): Page<Entry> {
    const direction = query.newest ? -1 : 1;
    const compare = (left: Entry, right: Entry): number => direction * (before(key(left), key(right)) || before(left.id, right.id));
    const from = readCursor(query.cursor);
    const sorted = rows.filter((row) => !from || direction * (before(key(row), from.key) || before(row.id, from.id)) > 0).sort(compare);
    const shown = sorted.slice(0, query.limit);
    const last = shown.at(-1);
    return { rows: shown, next: last && sorted.length > shown.length ? writeCursor(key(last), last.id) : null };
  }

  const mine = (viewer: Viewer, attention: TaskRow['attention']): readonly TaskRow[] =>
    tasks().filter((row) => row.state === 'open' && row.attention === attention && isHolder(viewer, row));

  return {
    async tasks(viewer: Viewer, query: TaskQuery) {
      const fits = (row: TaskRow): boolean =>
        (!query.flow || row.flow === query.flow) &&
        (!query.element || row.element === query.element) &&
        (!query.dueBefore || (row.due !== null && row.due < query.dueBefore));
      if (query.list === 'done') {
        const done = tasks().filter((row) => row.doneBy === viewer.person && fits(row) && readable(viewer, row.case));
        return page(done, (row) => row.closedAt ?? '', { ...query, newest: true });
      }
      const open = mine(viewer, query.list === 'read' ? 'read' : 'do').filter(fits);
      return page(open, (row) => row.due ?? NO_DUE, query);
    },
    async task(viewer: Viewer, task: TaskId) {
      const row = tables.task.get(task) as TaskRow | undefined;
      return row && ((row.state === 'open' && isHolder(viewer, row)) || readable(viewer, row.case)) ? row : undefined;
    },
    tasksOfCase: async (viewer, caseId) => (readable(viewer, caseId) ? tasks().filter((row) => row.case === caseId) : []),
    async counts(viewer, now) {
      const todo = mine(viewer, 'do');
      const started = cases().filter((row) => row.initiator === viewer.person && row.endedAt === null && mayReadCase(viewer, row));
      const count = (rows: readonly unknown[]): number => Math.min(rows.length, MANY);
      return {
        todo: count(todo),
        read: count(mine(viewer, 'read')),
        started: count(started),
        overdue: count(todo.filter((row) => row.due !== null && row.due < now)),
      };
    },
    async cases(viewer: Viewer, query: CaseQuery) {
      const rows = cases().filter(
        (row) =>
          mayReadCase(viewer, row) &&
          (query.list === 'all' || row.initiator === viewer.person) &&
          (!query.flow || row.flow === query.flow) &&
          (!query.status || row.status === query.status),
      );
      return page(rows, (row) => row.updatedAt, { ...query, newest: true });
    },
    async case(viewer, caseId) {
      const row = caseRow(caseId);
      return row && mayReadCase(viewer, row) ? row : undefined;
    },
    async search(viewer, words, limit) {
      const asked = wanted(words);
      if (asked.length === 0) return [];
      const found = cases().filter((row) => mayReadCase(viewer, row) && asked.every((gram) => grams(row.searchText).includes(gram)));
      return [...found].sort((left, right) => before(right.updatedAt, left.updatedAt)).slice(0, limit);
    },
    outboxOfCase: async (viewer, caseId) =>
      readable(viewer, caseId) ? ([...tables.outbox.values()] as OutboxRow[]).filter((row) => row.case === caseId) : [],
    definitions: async () => [...tables.definition.values()] as DefinitionRow[],
    async running(viewer) {
      const counted = new Map<CaseRow['definition'], number>();
      for (const row of cases())
        if (row.endedAt === null && mayReadCase(viewer, row)) counted.set(row.definition, (counted.get(row.definition) ?? 0) + 1);
      return [...counted].map(([definition, count]) => ({ definition, cases: count }));
    },
  };
}
