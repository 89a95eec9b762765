import type { VisitId } from '../words/ids.ts';
import type { Data } from '../words/json.ts';
import type { Construct } from './construct.ts';
import type { Token, Wait } from './marking.ts';
import { takeIn } from './message.ts';
import { arm } from './run/arm.ts';
import { closeVisit } from './run/close.ts';
import { raise } from './run/incident.ts';
import { leave, take } from './run/leave.ts';
import type { Place } from './run/place.ts';
import type { Run } from './run/run.ts';
import { rearm } from './timer.ts';

/**
 * Waits for a message, a signal, a moment or a condition, each told in the file of its name; of several the first that comes counts, or all
 * of them together (`parallelMultiple.ts`). The catching end of a link waits for nothing.
 */
export const intermediateCatchEvent: Construct = (run, place) => {
  const { token, element, plan } = place;
  if (element.triggers.every((trigger) => trigger.kind === 'link')) leave(run, place, { ok: true, flows: plan.outgoing(element.id) });
  else arm(run, { element, scope: token.scope, visit: token.visit });
  noteNothing(run, token);
};

/** What can never come here, as an error, is not waited for: a token that stands for ever is an incident. */
export function noteNothing(run: Run, token: Token): void {
  const stands = run.tokens.has(token.visit) && !run.waits.any('visit', token.visit) && !run.incidents.any('visit', token.visit);
  if (stands && !run.refused) raise(run, token, { code: 'noWayOn', detail: null });
}

/** What was waited for has come. A cycle sends a token on each time and stays until it is through. */
export function caught(
  run: Run,
  place: Place,
  what: { readonly wait: Wait; readonly payload: Data; readonly cause: VisitId | null },
): void {
  const { token, element, plan } = place;
  takeIn(run, { element, scope: token.scope }, what.payload);
  if (what.wait.kind === 'timer' && !element.parallelMultiple && rearm(run, what.wait)) {
    take(run, plan, { flows: plan.outgoing(element.id), from: token.visit, scope: token.scope, side: token.side });
    return;
  }
  run.waits.delete(what.wait.id);
  if (element.type === 'receiveTask') {
    run.queue.push({ do: 'finished', visit: token.visit });
    return;
  }
  closeVisit(run, what.cause ? { ...token, from: [...token.from, what.cause] } : token, 'completed');
  take(run, plan, { flows: plan.outgoing(element.id), from: token.visit, scope: token.scope, side: token.side });
}
