import type { Element } from '../diagram/model.ts';
import type { ScopeId, VisitId } from '../words/ids.ts';
import type { Data } from '../words/json.ts';
import { foldRunning } from './compensable.ts';
import type { Scope } from './marking.ts';
import { takeIn } from './message.ts';
import { clearWait, closeScope, emptyScope } from './run/close.ts';
import { resolveIn } from './run/incident.ts';
import { begin, openScope } from './run/open.ts';
import { scopeOf, type Run } from './run/run.ts';

/** What starts an event sub-process: its start event in a scope, what it carries, and who threw it within the case. */
export interface Triggered {
  readonly scope: ScopeId;
  readonly start: Element;
  readonly payload: Data;
  readonly cause: VisitId | null;
}

/**
 * An event sub-process begins with what its start event waits for (`run/open.ts`: from the first moment of the scope around it). An
 * interrupting one first ends all else in the scope, and is then what the scope still does; any other runs beside it, as often as it is begun.
 */
export function startEventSubProcess(run: Run, { scope: around, start, payload, cause }: Triggered): void {
  const outer = scopeOf(run, around);
  if (start.parent === null) return;
  if (start.interrupting !== false) {
    // It may want to undo what was done so far, also inside of what it ends.
    foldRunning(run, around);
    emptyScope(run, around, 'interrupted');
    run.scopes.set(around, { ...outer, phase: 'interrupted' });
  }
  const scope = openScope(run, { parent: around, definition: outer.definition, element: start.parent, kind: 'event', host: null });
  // What it brings may be for data of its own.
  takeIn(run, { element: start, scope: scope.id }, payload);
  const from = [...(outer.host ? [outer.host] : []), ...(cause ? [cause] : [])];
  begin(run, { scope: scope.id, container: start.parent, entries: [start], from });
}

/**
 * Only event sub-processes still run in this scope: it is completing, and by the standard no more of them begin. What is opened there again
 * by a move lets it run as before.
 */
export function beginNoMore(run: Run, scope: Scope): void {
  const { id, phase } = scope;
  if (phase !== 'running' || run.tokens.any('scope', id)) return;
  if (run.scopes.in('parent', id).some(({ kind }) => kind !== 'event')) return;
  if (run.arrivals.some((arrival) => arrival.scope === id) || run.parked.some((parked) => parked.token.scope === id)) return;
  run.scopes.set(id, { ...scope, phase: 'completing' });
  for (const wait of run.waits.in('start', id)) clearWait(run, wait, 'cancelled');
  resolveIn(run, id);
}

/** It is done: what was done in it can be undone with the scope around it from now on, which may be done with it. */
export function endEventSubProcess(run: Run, scope: Scope): void {
  const { id, parent } = scope;
  if (parent === null) return;
  if (run.undoable.length > 0) run.undoable = run.undoable.map((one) => (one.scope === id ? { ...one, scope: parent } : one));
  closeScope(run, scope, 'completed');
  run.queue.push({ do: 'drained', scope: parent });
}
