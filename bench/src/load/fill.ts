import { seal } from '../../../packages/runtime/dist/ports/seal.js';
import type { CaseRow, TaskRow } from '../../../packages/runtime/dist/ports/rows.js';
import { apply } from '../../../packages/runtime/dist/store/sqlite/apply.js';
import { insertCommit } from '../../../packages/runtime/dist/store/sqlite/commits.js';
import { openSqlite } from '../../../packages/runtime/dist/store/sqlite/database.js';
import { stored } from '../../../packages/runtime/dist/store/sqlite/storedCommit.js';
import { caseStream, id, personSeat, taskId, type CaseId, type Instant, type Seat } from '../../../packages/runtime/dist/words/ids.js';
import type { Json } from '../../../packages/runtime/dist/words/json.js';

/** Open tasks of one case. */
const TASKS = 5;
const FLOW = { zh: '电子公文处理·收文', en: 'Electronic documents, incoming' };
const STEP = { zh: '办理', en: 'Handle' };

/**
 * Fills a store's database, which no server may have open, with so many open tasks, spread over these seats: whole commits, written and
 * projected by the store's own code, a thousand of them to a transaction.
 */
export function fill(path: string, tasks: number, seats: readonly Seat[]): void {
  const database = openSqlite(path);
  const cases = Math.ceil(tasks / TASKS);
  for (let n = 0; n < cases; n += 1) {
    if (n % 1000 === 0) database.exec('BEGIN IMMEDIATE');
    const commit = commitOf(n, seats);
    insertCommit(database, stored(commit));
    apply(database, commit);
    if (n % 1000 === 999 || n === cases - 1) database.exec('COMMIT');
  }
  database.exec('PRAGMA wal_checkpoint(TRUNCATE); ANALYZE');
  database.close();
}

/** Minutes after the beginning of 2026. */
const at = (minutes: number): Instant => id(new Date(Date.UTC(2026, 0, 1) + minutes * 60_000).toISOString());

function commitOf(n: number, seats: readonly Seat[]) {
  const caseId: CaseId = id(`bench${String(n).padStart(15, '0')}`);
  const tasks = Array.from({ length: TASKS }, (_, place) => taskOf(caseId, n * TASKS + place, seats));
  const rows = [caseOf(caseId, n, tasks), ...tasks];
  return seal({
    stream: caseStream(caseId),
    revision: 1,
    at: at(n),
    nonce: String(n).padStart(32, '0'),
    actor: { id: id('wu-fang'), via: 'person' },
    parts: { state: { snapshot: null, facts: {} }, full: {}, events: [], rows: rows as unknown as Json },
    previous: id('0'.repeat(64)),
    random: () => String(n).padStart(32, '0'),
  });
}

function taskOf(caseId: CaseId, n: number, seats: readonly Seat[]): TaskRow {
  const seat = seats[n % seats.length];
  if (!seat) throw new Error('no seat');
  return {
    table: 'task',
    id: taskId(caseId, id(`v${n}`)),
    revision: 1,
    case: caseId,
    visit: id(`v${n}`),
    definition: id('incoming-document@1'),
    flow: id('incoming-document'),
    flowName: FLOW,
    element: id('in_handle'),
    step: STEP,
    title: `关于开展第 ${n} 号专项调研的通知`,
    number: `收〔2026〕${n}号`,
    state: 'open',
    attention: 'do',
    seats: [seat],
    takenBy: null,
    doneBy: null,
    openedAt: at(n),
    closedAt: null,
    // Neither in the order of opening nor all with a limit, as in an office.
    due: n % 3 === 0 ? null : at(600_000 + ((n * 7919) % 100_000)),
    provisional: false,
    warnAt: null,
    from: id('wu-fang'),
    returned: null,
    risk: n % 4 === 0 ? 1 : null,
    urgency: 'normal',
    clearance: 'internal',
    batch: false,
    quick: [],
    item: null,
  };
}

function caseOf(caseId: CaseId, n: number, tasks: readonly TaskRow[]): CaseRow {
  const [first] = tasks;
  return {
    table: 'case',
    id: caseId,
    revision: 1,
    definition: id('incoming-document@1'),
    flow: id('incoming-document'),
    flowName: FLOW,
    title: first?.title ?? '',
    number: first?.number ?? null,
    status: 'running',
    startedAt: at(n),
    endedAt: null,
    initiator: id('wu-fang'),
    unit: id('office'),
    open: tasks.map(({ visit, element, step, seats, takenBy, openedAt, due }) => ({ visit, element, step, seats, takenBy, openedAt, due })),
    due: null,
    readers: [personSeat(id('wu-fang')), ...new Set(tasks.flatMap((task) => task.seats))],
    doers: [],
    clearance: 'internal',
    updatedAt: at(n),
    searchText: first?.title ?? '',
  };
}
