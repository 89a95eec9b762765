import type { Viewer } from '../../organization/viewer.ts';
import type { CaseRow, TaskRow } from '../../ports/rows.ts';
import { MANY, type Page, type Views } from '../../ports/views.ts';
import type { CaseId } from '../../words/ids.ts';
import { before, caseKey, doneKey, openKey } from '../cursor.ts';
import { answers, gramsOf, wanted } from '../grams.ts';
import { choosesIn, countsAll, isDoer, isHolder, mayReadCase } from '../visible.ts';
import type { Tables } from './tables.ts';

/** The views of the memory store: plain filters, the measure for what the other stores must answer. */
export function memoryViews(tables: Tables): Views {
  const readable = (viewer: Viewer, caseId: CaseId): CaseRow | undefined => {
    const row = tables.case.get(caseId);
    return row && mayReadCase(viewer, row) ? row : undefined;
  };
  const casesOf = (viewer: Viewer): readonly CaseRow[] => [...tables.case.values()].filter((row) => mayReadCase(viewer, row));
  const mine = (viewer: Viewer, attention: TaskRow['attention']): readonly TaskRow[] =>
    [...tables.task.values()].filter((row) => row.attention === attention && isHolder(viewer, row));

  return {
    async tasks(viewer, query) {
      const fits = (row: TaskRow): boolean =>
        (!query.flow || row.flow === query.flow) &&
        (!query.element || row.element === query.element) &&
        (!query.dueBefore || (row.due !== null && row.due < query.dueBefore));
      if (query.list !== 'done') return page(mine(viewer, query.list === 'read' ? 'read' : 'do').filter(fits), query, openKey);
      const done = [...tables.task.values()].filter((row) => row.state !== 'open' && isDoer(viewer, row) && fits(row));
      return page(done, { ...query, newest: true }, doneKey);
    },
    async task(viewer, task) {
      const row = tables.task.get(task);
      return row && (isHolder(viewer, row) || readable(viewer, row.case)) ? row : undefined;
    },
    tasksOfCase: async (viewer, caseId) => {
      const all = readable(viewer, caseId) !== undefined;
      return [...tables.task.values()]
        .filter((row) => row.case === caseId && (all || isHolder(viewer, row)))
        .sort((left, right) => before(left.openedAt, right.openedAt) || before(left.id, right.id));
    },
    async counts(viewer, now) {
      const todo = mine(viewer, 'do');
      const count = (rows: readonly unknown[]): number => Math.min(rows.length, MANY);
      return {
        todo: count(todo),
        read: count(mine(viewer, 'read')),
        started: count(casesOf(viewer).filter((row) => row.initiator === viewer.person && row.endedAt === null)),
        overdue: count(todo.filter((row) => row.due !== null && row.due < now)),
      };
    },
    async cases(viewer, query) {
      const rows = casesOf(viewer).filter(
        (row) =>
          (query.list === 'started' ? row.initiator === viewer.person : query.list === 'all' || choosesIn(viewer, row)) &&
          (!query.flow || row.flow === query.flow) &&
          (!query.definition || row.definition === query.definition) &&
          (!query.status || (query.status === 'running' ? row.endedAt === null : row.status === query.status)),
      );
      return page(rows, { ...query, newest: true }, caseKey);
    },
    case: async (viewer, caseId) => readable(viewer, caseId),
    async search(viewer, words, limit) {
      const found = casesOf(viewer).flatMap((row) => {
        const has = new Set(gramsOf(row));
        if (answers(has, wanted(words, true))) return [{ row, rank: 0 }];
        return answers(has, wanted(words, false)) ? [{ row, rank: 1 }] : [];
      });
      return found
        .sort((left, right) => left.rank - right.rank || before(caseKey(right.row), caseKey(left.row)))
        .slice(0, limit)
        .map(({ row }) => row);
    },
    outboxOfCase: async (viewer, caseId) =>
      readable(viewer, caseId)
        ? [...tables.outbox.values()].filter((row) => row.case === caseId).sort((left, right) => before(left.id, right.id))
        : [],
    definitions: async () => [...tables.definition.values()].sort((left, right) => before(left.id, right.id)),
    async running(viewer) {
      const counted = new Map<CaseRow['definition'], number>();
      for (const row of countsAll(viewer) ? tables.case.values() : casesOf(viewer))
        if (row.endedAt === null) counted.set(row.definition, (counted.get(row.definition) ?? 0) + 1);
      return [...counted]
        .map(([definition, cases]) => ({ definition, cases }))
        .sort((left, right) => before(left.definition, right.definition));
    },
    runningOf: async (viewer, { definition, after, limit }) =>
      (countsAll(viewer) ? [...tables.case.values()] : casesOf(viewer))
        .filter((row) => row.endedAt === null && row.definition === definition && before(row.id, after) > 0)
        .map((row) => row.id)
        .sort(before)
        .slice(0, limit),
  };
}

function page<Row>(
  rows: readonly Row[],
  query: { readonly limit: number; readonly cursor?: string; readonly newest?: boolean },
  keyOf: (row: Row) => string,
): Page<Row> {
  const direction = query.newest ? -1 : 1;
  const after = rows.filter((row) => query.cursor === undefined || direction * before(keyOf(row), query.cursor) > 0);
  const sorted = [...after].sort((left, right) => direction * before(keyOf(left), keyOf(right)));
  const shown = sorted.slice(0, query.limit);
  const last = shown.at(-1);
  return { rows: shown, next: last && sorted.length > shown.length ? keyOf(last) : null };
}
