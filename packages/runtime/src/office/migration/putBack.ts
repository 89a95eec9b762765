import type { CaseFacts } from '../../case/facts.ts';
import type { Pass } from '../../kernel/marking.ts';
import type { Commit, Head } from '../../ports/commit.ts';
import { fold } from '../../ports/fold.ts';
import type { ScopedData, Change } from '../../kernel/change.ts';
import type { Revision, ScopeId, VisitId } from '../../words/ids.ts';
import { sameJson } from '../../words/json.ts';
import { refuse, type Refused } from '../../words/refusal.ts';
import { commitsOf, eventsOf, trailOf } from '../caseLog.ts';
import type { Deciding } from '../decide.ts';
import { limitId } from '../limits.ts';
import type { Parts } from '../parts.ts';
import { dueRow } from '../record/clocks.ts';
import type { CaseDraft } from '../record/draft.ts';
import { recordCleared, recordSubscribed, timerRow } from '../record/waits.ts';

/**
 * Puts a case back exactly to what it was before the commit by which it went over, its last one: state, data, clocks, waits and the way it
 * had come. Refused where that commit had effects outside the case, or ended it.
 */
export async function putBack(parts: Parts, deciding: Deciding, migrated: Revision): Promise<Refused | undefined> {
  const { draft, recorder } = deciding;
  const log = await commitsOf(parts.store, draft.facts.case);
  const commit = log[migrated - 1];
  const before = log.slice(0, migrated - 1).reduce<Head | undefined>(fold, undefined);
  if (!commit || !before?.snapshot || !draft.snapshot) return gone;
  if (eventsOf(commit).some(({ type }) => OUTSIDE.has(type))) return happened;
  const facts = before.facts as unknown as CaseFacts;
  const after = draft.facts;
  const restored = parts.executor.restored?.(before.snapshot, draft.snapshot);
  if (!restored) return gone;
  draft.snapshot = restored;
  draft.changes.push(...differences(draft.data, before.data));
  draft.data = before.data;
  draft.facts = facts;
  for (const task of after.tasks)
    if (!facts.tasks.some((one) => one.visit === task.visit)) {
      recorder.closed.set(task.visit, task);
      draft.touched.set(task.visit, 'takenBack');
    }
  for (const task of facts.tasks) draft.touched.set(task.visit, 'open');
  putTimersBack(draft, after);
  putClocksBack(draft, after);
  putSubscriptionsBack(draft, log, commit);
  draft.trail.push(...toldBefore(log, commit, migrated));
  return undefined;
}

/** What went out of the case cannot be fetched back. */
const OUTSIDE: ReadonlySet<string> = new Set(['MessageSent', 'SignalSent', 'JobRequested', 'CaseEnded', 'NumberVoided']);

const gone = refuse('illegalMove', '', { zh: '转移之前的状态已不在', en: 'What the case was before is no longer kept' });
const happened = refuse('illegalMove', '', {
  zh: '转移时已发出通知、请求，或已办结，不能撤销',
  en: 'Something was sent as it went over, or it ended; that cannot be undone',
});

function differences(now: ScopedData, before: ScopedData): readonly Change[] {
  const scopes = [...new Set([...Object.keys(now), ...Object.keys(before)])] as ScopeId[];
  return scopes.flatMap((scope): Change[] => {
    const [is, was] = [now[scope], before[scope]];
    if (!was) return [{ scope, path: [], to: undefined }];
    const keys = [...new Set([...Object.keys(is ?? {}), ...Object.keys(was)])];
    return keys.filter((key) => !sameJson(is?.[key], was[key])).map((key) => ({ scope, path: [key], to: was[key] }));
  });
}

function putTimersBack(draft: CaseDraft, after: CaseFacts): void {
  const rows = new Map(after.timers.map((timer) => [`${timer.timer}@${timer.occurrence}`, timerRow(draft, timer, 'cleared')]));
  for (const timer of draft.facts.timers) rows.set(`${timer.timer}@${timer.occurrence}`, timerRow(draft, timer, 'armed'));
  draft.due.push(...rows.values());
}

function putClocksBack(draft: CaseDraft, after: CaseFacts): void {
  const rows = new Map<string, ReturnType<typeof dueRow>>();
  const put = (running: CaseFacts['deadlines'][number], isArmed: boolean): void => {
    const kinds = running.warnAt ? (['deadline', 'warning'] as const) : (['deadline'] as const);
    for (const kind of kinds) {
      const fired = kind === 'deadline' ? running.passed : running.warned;
      const state = fired ? 'fired' : isArmed ? 'armed' : 'cleared';
      rows.set(`${limitId(running)}:${kind}`, dueRow(draft, running, { kind, state }));
    }
  };
  for (const running of after.deadlines) put({ ...running, passed: false, warned: false }, false);
  for (const running of draft.facts.deadlines) put(running, true);
  draft.due.push(...rows.values());
}

/** What was subscribed before the move is so again, under the name and key of then; what the move alone had subscribed is closed. */
function putSubscriptionsBack(draft: CaseDraft, log: readonly Commit[], commit: Commit): void {
  const touched = eventsOf(commit).filter((event) => event.type === 'Subscribed' || event.type === 'WaitCleared');
  const earlier = log.slice(0, log.indexOf(commit)).flatMap(eventsOf);
  for (const event of touched) {
    const asked = earlier.findLast((one) => one.type === 'Subscribed' && one.wait === event.wait);
    if (asked?.type === 'Subscribed') {
      const { wait, to, name, key } = asked;
      recordSubscribed(draft, { kind: 'subscribed', wait, to, name, ...(key === undefined ? {} : { key }) });
    } else if (event.type === 'Subscribed') recordCleared(draft, { kind: 'waitCleared', wait: event.wait, of: event.to });
  }
}

/** The passes that the move had told anew, as they were told before it. */
function toldBefore(log: readonly Commit[], commit: Commit, migrated: Revision): readonly Pass[] {
  const told = new Map<VisitId, Pass>(trailOf(log.slice(0, migrated - 1)).map((pass) => [pass.visit, pass]));
  return trailOf([commit]).flatMap((pass) => told.get(pass.visit) ?? [{ ...pass, closed: 'takenBack' as const }]);
}
