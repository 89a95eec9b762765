import type { DueRow } from '../../ports/rows.ts';
import { id, type CaseId, type VisitId, type WaitId } from '../../words/ids.ts';
import type { CaseCommands, Deciding } from '../decide.ts';
import type { Office } from '../office.ts';
import type { Parts } from '../parts.ts';
import { dueRow } from '../record/deadlines.ts';
import { clearTimer } from '../record/waits.ts';

/** How long one sweeper keeps the work to itself, in seconds; two at once would be waste, not harm. */
const LEASE = 10;

/** Fires what is due: timers move the case, deadlines mark it. What was fired or cleared meanwhile is refused by the case itself. */
export const sweep =
  (parts: Parts, cases: CaseCommands): Office['sweep'] =>
  async (holder) => {
    if (!(await parts.store.lease('sweep', holder, LEASE))) return 0;
    const now = parts.clock.now();
    for (const stream of await parts.store.pending(now, 100)) await parts.store.project(stream);
    let fired = 0;
    for (const row of await parts.store.due(now, 200)) {
      const caseId: CaseId = id(row.stream.slice('case/'.length));
      const asked = { who: 'system' as const, via: 'timer' as const, request: { id: `${row.id}`, input: row.id } };
      const answer = await cases.run(caseId, asked, (deciding) => (row.kind === 'timer' ? fireTimer(deciding, row) : mark(deciding, row)));
      if (answer.ok) fired += 1;
      else await parts.store.project(row.stream);
    }
    return fired;
  };

async function fireTimer(deciding: Deciding, row: DueRow) {
  const { draft } = deciding;
  const timer: WaitId = id(row.ref);
  const set = draft.facts.timers.find((one) => one.timer === timer && one.occurrence === row.occurrence);
  if (set) {
    clearTimer(draft, timer, 'fired');
    draft.events.push({ type: 'TimerFired', timer, element: set.element, occurrence: row.occurrence });
  }
  return deciding.advance({ kind: 'due', timer, occurrence: row.occurrence });
}

async function mark(deciding: Deciding, row: DueRow) {
  const { draft } = deciding;
  const visit = row.visit as VisitId | null;
  const running = draft.facts.deadlines.find((one) => one.deadline === row.ref && one.visit === visit);
  const kind = row.kind === 'warning' ? 'warning' : 'deadline';
  draft.due.push({ ...row, revision: draft.revision, state: 'fired' });
  if (!running) return undefined;
  draft.due.pop();
  draft.due.push(dueRow(draft, running, { kind, state: 'fired' }));
  if (kind === 'deadline')
    draft.facts = { ...draft.facts, deadlines: draft.facts.deadlines.map((one) => (one === running ? { ...one, passed: true } : one)) };
  if (visit && draft.facts.tasks.some((task) => task.visit === visit)) draft.touched.set(visit, 'open');
  draft.events.push({
    type: kind === 'deadline' ? 'DeadlinePassed' : 'DeadlineWarned',
    deadline: running.deadline,
    visit,
    element: running.element,
  });
  return undefined;
}
