import { timerDue } from '../../calendar/timerDue.ts';
import { countFrom, warningOf } from '../../deadline/count.ts';
import { deadlineOf } from '../limits.ts';
import { startClock } from './clocks.ts';
import type { CaseDraft } from './draft.ts';
import type { Recorder } from './recorder.ts';
import { timerRow } from './waits.ts';

/** What was counted into a year that was not announced then is counted again: clocks and timers get the due times of the calendar of now. */
export function recount(recorder: Recorder, draft: CaseDraft): void {
  for (const running of draft.facts.deadlines.filter((one) => one.provisional && !one.passed)) {
    const deadline = deadlineOf(recorder, running);
    const counted = deadline && countFrom(recorder.calendar, deadline, running.from);
    if (!deadline || !counted) continue;
    const warnAt = running.warned ? running.warnAt : (warningOf(recorder.calendar, deadline, { due: counted.due, at: draft.at }) ?? null);
    startClock(recorder, draft, { ...running, ...counted, warnAt });
  }
  for (const timer of draft.facts.timers.filter((one) => one.provisional)) {
    const counted = timerDue(recorder.calendar, timer.spec, { from: timer.from, occurrence: timer.occurrence });
    if (!counted.ok || (counted.due === timer.due && counted.provisional)) continue;
    const anew = { ...timer, due: counted.due, provisional: counted.provisional };
    draft.facts = { ...draft.facts, timers: draft.facts.timers.map((one) => (one === timer ? anew : one)) };
    const { due, provisional, element, occurrence } = anew;
    draft.events.push({ type: 'TimerSet', timer: anew.timer, element, due, occurrence, provisional });
    draft.due.push(timerRow(draft, anew, 'armed'));
  }
}
