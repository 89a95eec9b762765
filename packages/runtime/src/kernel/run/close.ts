import type { ScopeId, VisitId } from '../../words/ids.ts';
import type { Pass, Scope, Token, Wait } from '../marking.ts';
import { keepsData } from './data.ts';
import { resolve, resolveAt, resolveIn, undecided } from './incident.ts';
import type { Run } from './run.ts';

/** A visit is over: what it waited for, what ran inside it and its incidents go with it. */
export function closeVisit(run: Run, token: Token, closed: Pass['closed']): void {
  run.tokens.delete(token.visit);
  for (const scope of run.scopes.in('host', token.visit)) closeScope(run, scope, closed === 'completed' ? 'cancelled' : closed);
  for (const wait of run.waits.in('visit', token.visit)) clearWait(run, wait, closed);
  if (run.incidents.size > 0) resolveAt(run, token.visit);
  if (closed !== 'completed' && run.parked.length > 0) dropParked(run, token.visit, closed);
  run.effects.push({
    kind: 'passed',
    pass: { visit: token.visit, element: token.element, scope: token.scope, from: token.from, closed },
  });
}

/** Nothing is waited for any more here: a task closes, anything else is cleared. */
export function clearWait(run: Run, wait: Wait, closed: Pass['closed']): void {
  run.waits.delete(wait.id);
  const trouble = wait.kind === 'condition' ? undecided(run, wait) : undefined;
  if (trouble) resolve(run, trouble);
  if (wait.met) return;
  if (wait.kind === 'task') {
    if (wait.visit) run.effects.push({ kind: 'taskClosed', visit: wait.visit, element: wait.element, why: closed });
    return;
  }
  run.effects.push({ kind: 'waitCleared', wait: wait.id, of: wait.kind });
}

/** Takes everything out of a scope, event sub-processes and what could start them included; the scope itself stays. */
export function emptyScope(run: Run, scope: ScopeId, closed: Pass['closed']): void {
  for (const token of run.tokens.in('scope', scope)) closeVisit(run, token, closed);
  if (run.arrivals.length > 0) run.arrivals = run.arrivals.filter((arrival) => arrival.scope !== scope);
  if (run.parked.length > 0) run.parked = run.parked.filter((parked) => parked.token.scope !== scope);
  if (run.resetting.length > 0) run.resetting = run.resetting.filter((gateway) => gateway.scope !== scope);
  for (const wait of run.waits.in('start', scope)) clearWait(run, wait, closed);
  for (const inner of run.scopes.in('parent', scope)) closeScope(run, inner, closed);
  if (run.incidents.size > 0) resolveIn(run, scope);
}

/** A scope is over with all that is in it. */
export function closeScope(run: Run, scope: Scope, closed: Pass['closed']): void {
  // Its host may have closed it already.
  if (!run.scopes.has(scope.id)) return;
  emptyScope(run, scope.id, closed);
  run.scopes.delete(scope.id);
  if (run.undoable.length > 0) dropUndoable(run, scope, closed);
  if (!keepsData(scope)) return;
  run.data.drop(scope.id);
  run.effects.push({ kind: 'scopeClosed', scope: scope.id, definition: scope.definition, element: scope.element });
}

/**
 * Whoever was to go straight back to a returner no longer does. The returner's own visit, which counted as taken back while they waited, is
 * cancelled with it: what comes of the one who stood in for them still comes of what was before them.
 */
function dropParked(run: Run, until: VisitId, closed: Pass['closed']): void {
  const dropped = run.parked.filter((parked) => parked.until === until);
  run.parked = run.parked.filter((parked) => parked.until !== until);
  for (const { token } of dropped) {
    dropParked(run, token.visit, closed);
    const { visit, element, scope, from } = token;
    if (closed !== 'takenBack') run.effects.push({ kind: 'passed', pass: { visit, element, scope, from, closed: 'cancelled' } });
  }
}

/** What can be undone goes with its scope; what was about to be undone, and no longer is, can be undone again as long as the scope around lives. */
function dropUndoable(run: Run, { id, kind, parent }: Scope, closed: Pass['closed']): void {
  const back = kind === 'undo' && closed !== 'completed' ? parent : null;
  run.undoable = run.undoable.flatMap((one) => (one.scope !== id ? [one] : back ? [{ ...one, scope: back }] : []));
}
