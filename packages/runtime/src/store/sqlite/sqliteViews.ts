import type { Viewer, HeldSeat } from '../../organization/viewer.ts';
import type { CaseRow, DefinitionRow, OutboxRow, TaskRow } from '../../ports/rows.ts';
import type { CaseQuery, Page, TaskQuery, Views } from '../../ports/views.ts';
import type { CaseId } from '../../words/ids.ts';
import { NO_DUE, readCursor, writeCursor } from '../cursor.ts';
import { wanted } from '../grams.ts';
import { clearedFor, isHolder, mayReadCase } from '../visible.ts';
import type { Sqlite } from './database.ts';

/** Badges stop here; the browser writes 99+. */
const MANY = 100;

const marks = (many: readonly unknown[]): string => many.map(() => '?').join(', ');
const rows = <Row>(found: readonly unknown[]): readonly Row[] =>
  (found as readonly { readonly json: string }[]).map((one) => JSON.parse(one.json) as Row);

/** The flows that a held seat is good for, as a condition: a deputy's only those deputised. */
const flowsOf = (held: HeldSeat): { readonly sql: string; readonly values: readonly string[] } =>
  held.flows ? { sql: `AND flow IN (${marks(held.flows)})`, values: held.flows } : { sql: '', values: [] };

/** The views as SQL: each list reads at most a page per seat by its index and merges. */
export function sqliteViews(database: Sqlite): Views {
  const caseRow = (caseId: CaseId): CaseRow | undefined =>
    rows<CaseRow>(database.prepare('SELECT json FROM case_row WHERE id = ?').all(caseId))[0];
  const readable = (viewer: Viewer, caseId: CaseId): CaseRow | undefined => {
    const row = caseRow(caseId);
    return row && mayReadCase(viewer, row) ? row : undefined;
  };

  /** The first of each seat's open tasks after the cursor, merged by due time. */
  function openTasks(viewer: Viewer, query: TaskQuery): Page<TaskRow> {
    const attention = query.list === 'read' ? 'read' : 'do';
    const cleared = clearedFor(viewer);
    const from = readCursor(query.cursor);
    const found = new Map<string, string>();
    for (const held of viewer.seats) {
      const flows = flowsOf(held);
      const sql = `SELECT due, task FROM task_seat WHERE attention = ? AND seat = ? AND (due, task) > (?, ?) AND due < ? AND clearance IN (${marks(cleared)})
        ${query.flow ? 'AND flow = ?' : ''} ${query.element ? 'AND element = ?' : ''} ${flows.sql} ORDER BY due, task LIMIT ?`;
      const values = [attention, held.seat, from?.key ?? '', from?.id ?? '', query.dueBefore ?? `${NO_DUE}~`, ...cleared];
      if (query.flow) values.push(query.flow);
      if (query.element) values.push(query.element);
      for (const one of database.prepare(sql).all(...values, ...flows.values, query.limit + 1) as readonly {
        readonly due: string;
        readonly task: string;
      }[])
        found.set(one.task, one.due);
    }
    const merged = [...found]
      .map(([task, due]) => ({ task, due }))
      .sort((left, right) => order(left.due, right.due) || order(left.task, right.task));
    const shown = merged.slice(0, query.limit);
    const last = shown.at(-1);
    const get = database.prepare('SELECT json FROM task_row WHERE id = ?');
    return {
      rows: shown.flatMap((one) => rows<TaskRow>(get.all(one.task))),
      next: last && merged.length > shown.length ? writeCursor(last.due, last.task) : null,
    };
  }

  function doneTasks(viewer: Viewer, query: TaskQuery): Page<TaskRow> {
    const from = readCursor(query.cursor);
    const sql = `SELECT json FROM task_row WHERE done_by = ? AND (closed, id) < (?, ?) ORDER BY closed DESC, id DESC LIMIT ?`;
    const found = rows<TaskRow>(database.prepare(sql).all(viewer.person, from?.key ?? '~', from?.id ?? '~', query.limit + 1));
    const shown = found.slice(0, query.limit);
    const last = shown.at(-1);
    const fits = shown.filter(
      (row) => (!query.flow || row.flow === query.flow) && (!query.element || row.element === query.element) && readable(viewer, row.case),
    );
    return { rows: fits, next: last && found.length > shown.length ? writeCursor(last.closedAt ?? '', last.id) : null };
  }

  /** Newest first; per seat a page by its index, merged. */
  function casePage(viewer: Viewer, query: CaseQuery): Page<CaseRow> {
    const cleared = clearedFor(viewer);
    const from = readCursor(query.cursor);
    const found = new Map<string, CaseRow>();
    for (const held of viewer.seats) {
      const flows = flowsOf(held);
      const sql = `SELECT c.json FROM case_reader r JOIN case_row c ON c.id = r.case_id WHERE r.seat = ? AND (r.updated, r.case_id) < (?, ?) AND c.clearance IN (${marks(cleared)})
        ${query.list === 'started' ? 'AND c.initiator = ?' : ''} ${query.flow ? 'AND c.flow = ?' : ''} ${query.status ? 'AND c.status = ?' : ''} ${flows.sql.replace('flow', 'c.flow')}
        ORDER BY r.updated DESC, r.case_id DESC LIMIT ?`;
      const values: unknown[] = [held.seat, from?.key ?? '~', from?.id ?? '~', ...cleared];
      if (query.list === 'started') values.push(viewer.person);
      if (query.flow) values.push(query.flow);
      if (query.status) values.push(query.status);
      for (const row of rows<CaseRow>(database.prepare(sql).all(...values, ...flows.values, query.limit + 1))) found.set(row.id, row);
    }
    const merged = [...found.values()].sort((left, right) => order(right.updatedAt, left.updatedAt) || order(right.id, left.id));
    const shown = merged.slice(0, query.limit);
    const last = shown.at(-1);
    return { rows: shown, next: last && merged.length > shown.length ? writeCursor(last.updatedAt, last.id) : null };
  }

  /** Distinct tasks over all seats, no further than the badge counts. */
  function countTasks(viewer: Viewer, about: { readonly attention: string; readonly dueBefore?: string }): number {
    const cleared = clearedFor(viewer);
    const found = new Set<string>();
    for (const held of viewer.seats) {
      const flows = flowsOf(held);
      const sql = `SELECT task FROM task_seat WHERE attention = ? AND seat = ? AND due < ? AND clearance IN (${marks(cleared)}) ${flows.sql} LIMIT ${MANY}`;
      for (const one of database
        .prepare(sql)
        .all(about.attention, held.seat, about.dueBefore ?? `${NO_DUE}~`, ...cleared, ...flows.values) as readonly {
        readonly task: string;
      }[])
        found.add(one.task);
    }
    return Math.min(found.size, MANY);
  }

  return {
    tasks: async (viewer, query) => (query.list === 'done' ? doneTasks(viewer, query) : openTasks(viewer, query)),
    async task(viewer, task) {
      const [row] = rows<TaskRow>(database.prepare('SELECT json FROM task_row WHERE id = ?').all(task));
      return row && ((row.state === 'open' && isHolder(viewer, row)) || readable(viewer, row.case)) ? row : undefined;
    },
    tasksOfCase: async (viewer, caseId) =>
      readable(viewer, caseId) ? rows<TaskRow>(database.prepare('SELECT json FROM task_row WHERE case_id = ?').all(caseId)) : [],
    async counts(viewer, now) {
      const sql = `SELECT json FROM case_row WHERE initiator = ? AND ended = 0 LIMIT ${MANY}`;
      const started = rows<CaseRow>(database.prepare(sql).all(viewer.person)).filter((row) => mayReadCase(viewer, row));
      return {
        todo: countTasks(viewer, { attention: 'do' }),
        read: countTasks(viewer, { attention: 'read' }),
        started: started.length,
        overdue: countTasks(viewer, { attention: 'do', dueBefore: now }),
      };
    },
    cases: async (viewer, query) => casePage(viewer, query),
    case: async (viewer, caseId) => readable(viewer, caseId),
    async search(viewer, words, limit) {
      const asked = wanted(words);
      if (asked.length === 0) return [];
      const match = asked.map((gram) => `"${gram.replaceAll('"', '')}"`).join(' AND ');
      const seats = viewer.seats.map((held) => held.seat);
      const sql = `SELECT DISTINCT c.json, c.updated FROM case_grams g JOIN case_row c ON c.id = g.case_id
        WHERE case_grams MATCH ? AND EXISTS (SELECT 1 FROM case_reader r WHERE r.case_id = c.id AND r.seat IN (${marks(seats)})) ORDER BY c.updated DESC`;
      const found = rows<CaseRow>(database.prepare(sql).all(match, ...seats));
      return found.filter((row) => mayReadCase(viewer, row)).slice(0, limit);
    },
    outboxOfCase: async (viewer, caseId) =>
      readable(viewer, caseId)
        ? rows<OutboxRow>(database.prepare('SELECT json FROM outbox_row WHERE case_id = ? ORDER BY id').all(caseId))
        : [],
    definitions: async () => rows<DefinitionRow>(database.prepare('SELECT json FROM definition_row ORDER BY id').all()),
    async running(viewer) {
      const cleared = clearedFor(viewer);
      const counted = new Map<string, Set<string>>();
      for (const held of viewer.seats) {
        const flows = flowsOf(held);
        const sql = `SELECT c.id, c.definition FROM case_reader r JOIN case_row c ON c.id = r.case_id WHERE r.seat = ? AND c.ended = 0 AND c.clearance IN (${marks(cleared)}) ${flows.sql.replace('flow', 'c.flow')}`;
        for (const one of database.prepare(sql).all(held.seat, ...cleared, ...flows.values) as readonly {
          readonly id: string;
          readonly definition: string;
        }[]) {
          counted.set(one.definition, (counted.get(one.definition) ?? new Set()).add(one.id));
        }
      }
      return [...counted].map(([definition, cases]) => ({ definition: definition as CaseRow['definition'], cases: cases.size }));
    },
  };
}

const order = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
