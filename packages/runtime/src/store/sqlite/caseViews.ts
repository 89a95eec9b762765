import type { Viewer } from '../../organization/viewer.ts';
import type { CaseRow, DefinitionRow, OutboxRow } from '../../ports/rows.ts';
import { MANY, type CaseQuery, type Page } from '../../ports/views.ts';
import type { CaseId, DefinitionRef, Seat } from '../../words/ids.ts';
import { END } from '../cursor.ts';
import { wanted, type Wanted } from '../grams.ts';
import { choosingPlace, seatSources, type Source } from '../places.ts';
import { countsAll, rankOf } from '../visible.ts';
import { parsed, type Sqlite } from './database.ts';
import { READABLE, readableBy, readableCase } from './readable.ts';

type Part = { readonly sql: string; readonly values: readonly unknown[] };

/** The lists of cases, the search, and what hangs on a case. */
export const caseViews = (database: Sqlite) => ({
  cases(viewer: Viewer, query: CaseQuery): Page<CaseRow> {
    const parts =
      query.list === 'started'
        ? [startedPart(viewer, query)]
        : seatSources(viewer, query.flow).map((source) => seatPart(viewer, query, source));
    if (parts.length === 0) return { rows: [], next: null };
    const sql = `WITH page AS (SELECT DISTINCT key, id FROM (${parts.map((part) => part.sql).join(' UNION ALL ')}) ORDER BY key DESC LIMIT ?)
      SELECT page.key, json FROM page CROSS JOIN case_row ON case_row.id = page.id ORDER BY page.key DESC`;
    const found = database.prepare(sql).all(...parts.flatMap((part) => part.values), query.limit + 1) as readonly {
      readonly key: string;
      readonly json: string;
    }[];
    const shown = found.slice(0, query.limit);
    return { rows: parsed<CaseRow>(shown), next: found.length > shown.length ? (shown.at(-1)?.key ?? null) : null };
  },
  case: (viewer: Viewer, caseId: CaseId): CaseRow | undefined => readableCase(database, viewer, caseId),
  search(viewer: Viewer, words: string, limit: number): readonly CaseRow[] {
    const find = (asked: Wanted): readonly CaseRow[] => {
      if (asked.length === 0) return [];
      const sql = `SELECT c.json FROM case_grams CROSS JOIN case_row c ON c.n = case_grams.rowid WHERE case_grams MATCH ? AND ${READABLE} ORDER BY c.key DESC LIMIT ?`;
      return parsed(database.prepare(sql).all(matching(asked), ...readableBy(viewer), limit));
    };
    const first = find(wanted(words, true));
    if (first.length >= limit) return first;
    const found = new Map([...first, ...find(wanted(words, false))].map((row) => [row.id, row]));
    return [...found.values()].slice(0, limit);
  },
  outboxOfCase: (viewer: Viewer, caseId: CaseId): readonly OutboxRow[] =>
    readableCase(database, viewer, caseId)
      ? parsed(database.prepare('SELECT json FROM outbox_row WHERE case_id = ? ORDER BY id').all(caseId))
      : [],
  definitions: (): readonly DefinitionRow[] => parsed(database.prepare('SELECT json FROM definition_row ORDER BY id').all()),
  running(viewer: Viewer): readonly { readonly definition: DefinitionRef; readonly cases: number }[] {
    const which = countsAll(viewer) ? { sql: '', values: [] } : { sql: `AND ${READABLE}`, values: readableBy(viewer) };
    const sql = `SELECT c.definition, count(*) AS cases FROM case_row c WHERE c.ended = 0 ${which.sql} GROUP BY c.definition ORDER BY c.definition`;
    const found = database.prepare(sql).all(...which.values) as readonly {
      readonly definition: DefinitionRef;
      readonly cases: number;
    }[];
    return found.map(({ definition, cases }) => ({ definition, cases }));
  },
  runningOf(viewer: Viewer, of: { readonly definition: DefinitionRef; readonly after: string; readonly limit: number }): readonly CaseId[] {
    const which = countsAll(viewer) ? { sql: '', values: [] } : { sql: `AND ${READABLE}`, values: readableBy(viewer) };
    const sql = `SELECT c.id FROM case_row c WHERE c.ended = 0 AND c.definition = ? AND c.id > ? ${which.sql} ORDER BY c.id LIMIT ?`;
    const found = database.prepare(sql).all(of.definition, of.after, ...which.values, of.limit) as readonly { readonly id: CaseId }[];
    return found.map((row) => row.id);
  },
});

/** How many running cases the viewer began; counted no further than badges go. */
export function countStarted(database: Sqlite, viewer: Viewer): number {
  const sql = `SELECT count(*) AS many FROM (SELECT 1 FROM case_row c WHERE c.initiator = ? AND c.ended = 0 AND ${READABLE} LIMIT ?)`;
  const [counted] = database.prepare(sql).all(viewer.person, ...readableBy(viewer), MANY) as readonly { readonly many: number }[];
  return counted?.many ?? 0;
}

function startedPart(viewer: Viewer, query: CaseQuery): Part {
  const more = filters(query);
  return {
    sql: `SELECT * FROM (SELECT c.key, c.id FROM case_row c WHERE c.initiator = ? AND c.key < ? ${more.sql} AND ${READABLE} ORDER BY c.key DESC LIMIT ?)`,
    values: [viewer.person, query.cursor ?? END, ...more.values, ...readableBy(viewer), query.limit + 1],
  };
}

/** The next cases of one seat, one more than the page. */
function seatPart(viewer: Viewer, query: CaseQuery, source: Source<Seat>): Part {
  const more = filters({ ...query, ...(source.flow ? { flow: source.flow } : {}) });
  const ofFlow = source.flow ? 'AND r.flow = ?' : '';
  const choosing = query.list === 'choosing';
  const list = choosing ? '(SELECT place AS seat, key, task AS case_id, flow, rank FROM place)' : 'reader';
  return {
    sql: `SELECT * FROM (SELECT r.key, c.id FROM ${list} r CROSS JOIN case_row c ON c.id = r.case_id
      WHERE r.seat = ? AND r.key < ? AND r.rank <= ? ${ofFlow} ${more.sql} ORDER BY r.key DESC LIMIT ?)`,
    values: [
      choosing ? choosingPlace(source.place) : source.place,
      query.cursor ?? END,
      rankOf(viewer.clearance),
      ...(source.flow ? [source.flow] : []),
      ...more.values,
      query.limit + 1,
    ],
  };
}

function filters({ flow, definition, status }: CaseQuery): Part {
  const asked: readonly Part[] = [
    ...(flow ? [{ sql: 'AND c.flow = ?', values: [flow] }] : []),
    ...(definition ? [{ sql: 'AND c.definition = ?', values: [definition] }] : []),
    ...(status === 'running' ? [{ sql: 'AND c.ended = 0', values: [] }] : []),
    ...(status && status !== 'running' ? [{ sql: 'AND c.status = ?', values: [status] }] : []),
  ];
  return { sql: asked.map(({ sql }) => sql).join(' '), values: asked.flatMap(({ values }) => values) };
}

/** As a question for FTS5; grams are letters, digits and our own colon only, so that nothing needs escaping but the quotes. */
const matching = (asked: Wanted): string =>
  asked
    .map((word) => `(${word.map((alternative) => `(${alternative.map((gram) => `"${gram}"`).join(' AND ')})`).join(' OR ')})`)
    .join(' AND ');
