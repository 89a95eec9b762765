import type { Element } from '../diagram/model.ts';
import type { VisitId } from '../words/ids.ts';
import type { Data } from '../words/json.ts';
import { crossBoundary } from './boundaryEvent.ts';
import { chosen, happened } from './eventBasedGateway.ts';
import { startEventSubProcess } from './eventSubProcess.ts';
import { caught } from './intermediateCatchEvent.ts';
import type { Wait } from './marking.ts';
import { takeIn } from './message.ts';
import { allCome, awaitAnew, dropAll } from './parallelMultiple.ts';
import { elementOf, placeOf } from './run/place.ts';
import type { Run } from './run/run.ts';
import { stand } from './run/token.ts';
import { rearm } from './timer.ts';

/** What came: for which wait, what it carries, and who threw it within the case. */
export interface Occurrence {
  readonly wait: Wait;
  readonly payload: Data;
  readonly cause: VisitId | null;
  /** The host itself has thrown it and goes on, whatever the event at its border says. */
  readonly spares?: boolean;
}

/** What a wait waited for has come: to a border, to an event sub-process, to an event-based gateway or to the event itself. */
export function occur(run: Run, occurrence: Occurrence): void {
  const { wait, payload } = occurrence;
  const event = elementOf(run, wait.scope, wait.element);
  if (wait.met) return;
  if (event.parallelMultiple) {
    const all = allCome(run, wait, payload);
    if (all) happen(run, event, { ...occurrence, payload: all });
  } else happen(run, event, occurrence);
}

function happen(run: Run, event: Element, occurrence: Occurrence): void {
  const { wait, payload, cause, spares = false } = occurrence;
  const used = event.parallelMultiple ? usedAll : usedOne;
  if (wait.visit === null) {
    used(run, wait, event.interrupting !== false);
    startEventSubProcess(run, { scope: wait.scope, start: event, payload, cause });
    return;
  }
  const token = run.tokens.get(wait.visit);
  if (!token) return;
  if (event.type === 'intermediateCatchEvent' && wait.scope !== token.scope) {
    // An event that an ad-hoc sub-process waits for all the time.
    used(run, wait, false);
    takeIn(run, { element: event, scope: wait.scope }, payload);
    const from = cause ? [token.visit, cause] : [token.visit];
    happened(run, stand(run, { element: event.id, scope: wait.scope, from }));
  } else if (event.type === 'boundaryEvent') {
    used(run, wait, event.interrupting !== false && !spares);
    crossBoundary(run, { host: token, event, payload, cause, spares });
  } else if (token.element === wait.element) caught(run, placeOf(run, token), occurrence);
  else chosen(run, placeOf(run, token), occurrence);
}

/** Where nothing is interrupted, cycles go on and messages and signals are still waited for. */
function usedOne(run: Run, wait: Wait, interrupting: boolean): void {
  const stays = !interrupting && (wait.kind === 'timer' ? rearm(run, wait) : true);
  if (!stays) run.waits.delete(wait.id);
}

function usedAll(run: Run, wait: Wait, interrupting: boolean): void {
  if (interrupting) dropAll(run, wait);
  else awaitAnew(run, wait);
}
