import type { Element } from '../diagram/model.ts';
import type { ScopeId, VisitId } from '../words/ids.ts';
import type { Data } from '../words/json.ts';
import { foldRunning } from './compensable.ts';
import { takeIn } from './message.ts';
import { emptyScope } from './run/close.ts';
import { begin, openScope } from './run/open.ts';
import { scopeOf, type Run } from './run/run.ts';

/** What starts an event sub-process: its start event in a scope, what it carries, and who threw it within the case. */
export interface Triggered {
  readonly scope: ScopeId;
  readonly start: Element;
  readonly payload: Data;
  readonly cause: VisitId | null;
}

/** An interrupting one first ends all else in the scope, and is then what the scope still does; any other runs beside it. */
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
