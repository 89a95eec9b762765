import type { Viewer } from '../../organization/viewer.ts';
import type { TaskRow } from '../../ports/rows.ts';
import { MANY, type Page, type TaskQuery } from '../../ports/views.ts';
import type { CaseId, Instant, TaskId } from '../../words/ids.ts';
import { END } from '../cursor.ts';
import { sourcesOf, type Source } from '../places.ts';
import { isHolder, rankOf } from '../visible.ts';
import { parsed, type Sqlite } from './database.ts';
import { readableCase } from './readable.ts';

type Part = { readonly sql: string; readonly values: readonly unknown[] };

/** The lists of tasks: of each seat no more than a page is read, by its index, and merged. */
export const taskViews = (database: Sqlite) => ({
  tasks(viewer: Viewer, query: TaskQuery): Page<TaskRow> {
    const down = query.list === 'done';
    const parts = sourcesOf(viewer, query).map((source) => listPart(viewer, query, source));
    if (parts.length === 0) return { rows: [], next: null };
    const order = down ? 'DESC' : '';
    const sql = `WITH page AS (SELECT DISTINCT key, task FROM (${parts.map((part) => part.sql).join(' UNION ALL ')}) ORDER BY key ${order} LIMIT ?)
      SELECT key, json FROM page CROSS JOIN task_row ON task_row.id = page.task ORDER BY key ${order}`;
    const found = database.prepare(sql).all(...parts.flatMap((part) => part.values), query.limit + 1) as readonly {
      readonly key: string;
      readonly json: string;
    }[];
    const shown = found.slice(0, query.limit);
    return { rows: parsed<TaskRow>(shown), next: found.length > shown.length ? (shown.at(-1)?.key ?? null) : null };
  },
  task(viewer: Viewer, task: TaskId): TaskRow | undefined {
    const [row] = parsed<TaskRow>(database.prepare('SELECT json FROM task_row WHERE id = ?').all(task));
    return row && (isHolder(viewer, row) || readableCase(database, viewer, row.case)) ? row : undefined;
  },
  tasksOfCase(viewer: Viewer, caseId: CaseId): readonly TaskRow[] {
    const sql = "SELECT json FROM task_row WHERE case_id = ? ORDER BY json ->> 'openedAt', id";
    const rows = parsed<TaskRow>(database.prepare(sql).all(caseId));
    return readableCase(database, viewer, caseId) ? rows : rows.filter((row) => isHolder(viewer, row));
  },
});

/** How many different tasks stand in a viewer's lists; counted no further than badges go. */
export function countTasks(
  database: Sqlite,
  viewer: Viewer,
  query: { readonly list: 'todo' | 'read'; readonly dueBefore?: Instant },
): number {
  const parts = sourcesOf(viewer, query).map((source) => listPart(viewer, { ...query, limit: MANY - 1 }, source));
  const sql = `SELECT count(DISTINCT task) AS many FROM (${parts.map((part) => part.sql).join(' UNION ALL ')})`;
  const [counted] = database.prepare(sql).all(...parts.flatMap((part) => part.values)) as readonly { readonly many: number }[];
  return Math.min(counted?.many ?? 0, MANY);
}

/** The next of one list, one more than the page. */
function listPart(viewer: Viewer, query: TaskQuery, source: Source): Part {
  const down = query.list === 'done';
  const conditions: [sql: string, value: unknown][] = [
    ['place = ?', source.place],
    [down ? 'key < ?' : 'key > ?', query.cursor ?? (down ? END : '')],
    ['rank <= ?', rankOf(viewer.clearance)],
  ];
  if (!down) conditions.push(['(barred IS NULL OR NOT EXISTS (SELECT 1 FROM json_each(barred) WHERE value = ?))', viewer.person]);
  if (source.flow) conditions.push(['flow = ?', source.flow]);
  if (query.element) conditions.push(['element = ?', query.element]);
  if (query.dueBefore && !down) conditions.push(['key < ?', query.dueBefore]);
  const where = conditions.map(([sql]) => sql).join(' AND ');
  return {
    sql: `SELECT * FROM (SELECT key, task FROM place WHERE ${where} ORDER BY key ${down ? 'DESC' : ''} LIMIT ?)`,
    values: [...conditions.map(([, value]) => value), query.limit + 1],
  };
}
