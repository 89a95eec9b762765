import { foldInside } from './compensable.ts';
import type { Construct } from './construct.ts';
import type { Scope } from './marking.ts';
import { openInside, takeOut } from './run/border.ts';
import { closeScope } from './run/close.ts';
import { begin } from './run/open.ts';
import type { Place } from './run/place.ts';
import type { Run } from './run/run.ts';

/** An embedded sub-process: a scope that sees the data around it, beside what it declares for itself. It is done when nothing runs inside any more. */
export const subProcess: Construct = (run, place) => beginInside(run, place, 'sub');

/** Lets the inside of a sub-process run from its beginnings: its none start event, or without any start event whatever nothing leads to. */
export function beginInside(run: Run, place: Place, kind: 'sub' | 'transaction'): void {
  const { token, element, plan } = place;
  const scope = openInside(run, place, kind);
  if (scope) begin(run, { scope: scope.id, container: element.id, entries: plan.entries(element.id), from: [token.visit] });
}

/** Nothing runs inside any more: what comes out is written, what was done inside can be undone as one, and the activity is done. */
export function endSubProcess(run: Run, scope: Scope): void {
  if (!takeOut(run, scope)) return;
  foldInside(run, scope);
  closeScope(run, scope, 'completed');
  if (scope.host) run.queue.push({ do: 'finished', visit: scope.host });
}
