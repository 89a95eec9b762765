import type { DueRow } from '../../ports/rows.ts';
import { id, type CaseId, type WaitId } from '../../words/ids.ts';
import { refuse, type Refused } from '../../words/refusal.ts';
import type { CaseCommands, Deciding } from '../decide.ts';
import type { Office } from '../office.ts';
import type { Parts } from '../parts.ts';
import { dueRow, fireClock } from '../record/clocks.ts';
import { clearTimer } from '../record/waits.ts';
import { recountAll } from './recountAll.ts';

/** How long one sweeper keeps the work to itself, in seconds; two at once would be waste, not harm. */
const LEASE = 10;

/**
 * Fires what is due: timers move the case, deadlines mark it; and delivers what was sent and could not be delivered at once. What was fired or cleared meanwhile is refused by the case itself. One
 * case that cannot be stepped keeps no other waiting: the first of such errors is thrown at the end.
 */
export function sweep(
  parts: Parts,
  cases: CaseCommands,
  beside: { readonly handOver: () => Promise<void>; readonly workOnJobs: () => Promise<void>; readonly deliver: () => Promise<number> },
): Office['sweep'] {
  const recountWhereAnnounced = recountAll(parts, cases);
  return async (holder) => {
    if (!(await parts.store.lease('sweep', holder, LEASE))) return 0;
    const now = parts.clock.now();
    for (const stream of await parts.store.pending(now, 100)) await parts.store.project(stream);
    await recountWhereAnnounced();
    await beside.handOver();
    let fired = 0;
    const failures: unknown[] = [];
    for (const row of await parts.store.due(now, 200)) {
      try {
        if (await fire(cases, row)) fired += 1;
        else await parts.store.project(row.stream);
      } catch (error) {
        failures.push(error);
      }
    }
    await beside.deliver().catch((error: unknown) => failures.push(error));
    await beside.workOnJobs();
    if (failures.length > 0) throw failures[0];
    return fired;
  };
}

async function fire(cases: CaseCommands, row: DueRow): Promise<boolean> {
  const caseId: CaseId = id(row.stream.slice('case/'.length));
  // The moment is part of the request: a clock that is set anew fires anew.
  const request = { id: `${row.id}@${row.at}`, input: row.id };
  const asked = { who: 'system' as const, via: 'timer' as const, request };
  const answer = await cases.run(caseId, asked, async (deciding) =>
    row.kind === 'timer' ? fireTimer(deciding, row) : fireDeadline(deciding, row),
  );
  return answer.ok;
}

const notDue = (row: DueRow): Refused =>
  refuse('notWaiting', row.ref, { zh: '该办件中已到期的时限', en: 'A time limit of the case that has come' });

async function fireTimer(deciding: Deciding, row: DueRow) {
  const { draft } = deciding;
  const timer: WaitId = id(row.ref);
  const set = draft.facts.timers.find((one) => one.timer === timer && one.occurrence === row.occurrence);
  if (set && set.due > draft.at) return moved(deciding, row);
  if (set) {
    clearTimer(draft, timer, 'fired');
    draft.events.push({ type: 'TimerFired', timer, element: set.element, occurrence: row.occurrence });
  }
  return deciding.advance({ kind: 'due', timer, occurrence: row.occurrence });
}

async function fireDeadline(deciding: Deciding, row: DueRow) {
  const { draft, recorder } = deciding;
  const kind = row.kind === 'warning' ? 'warning' : 'deadline';
  const running = draft.facts.deadlines.find((one) => dueRow(draft, one, { kind, state: 'armed' }).id === row.id);
  if (!running || (kind === 'deadline' ? running.passed : running.warned)) return notDue(row);
  const at = kind === 'deadline' ? running.due : running.warnAt;
  if (at === null || at > draft.at) return moved(deciding, row);
  fireClock(recorder, draft, { running, kind });
  return undefined;
}

/** Counted anew in this very commit, it is due later: that alone is written. Where nothing was counted anew, there is nothing to do. */
const moved = ({ draft }: Deciding, row: DueRow): Refused | undefined => (draft.due.length > 0 ? undefined : notDue(row));
