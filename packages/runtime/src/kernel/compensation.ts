import type { EventTrigger } from '../diagram/model.ts';
import type { ScopeId } from '../words/ids.ts';
import type { Place } from './run/place.ts';
import { scopeOf, type Run } from './run/run.ts';
import { undo } from './undo.ts';

/**
 * Undoes one activity, or all that was completed in the scope: in reverse order of completion, each once. What still runs is not undone. An
 * event that throws several things does this first, because each of the others may end what is around, and the undoing with it. Whether the
 * token goes on at once: where it need not wait, and where there is nothing to undo. An end that ends more than its own token waits in any case.
 */
export function throwCompensation(run: Run, { token, element }: Place): boolean {
  const triggers = element.triggers.filter((trigger): trigger is Trigger => trigger.kind === 'compensate');
  if (triggers.length === 0) return true;
  const scopes = inSight(run, token.scope);
  const what = run.undoable.filter(
    (one) => scopes.has(one.scope) && triggers.some(({ activity }) => activity === undefined || activity === one.element),
  );
  if (what.length === 0) return true;
  const waits = triggers.some(({ goesOn }) => !goesOn) || element.triggers.some(({ kind }) => ENDS_MORE.has(kind));
  undo(run, { scope: token.scope, element: element.id, what, by: token.visit, waits });
  return !waits;
}

type Trigger = Extract<EventTrigger, { kind: 'compensate' }>;

const ENDS_MORE: ReadonlySet<EventTrigger['kind']> = new Set(['error', 'cancel', 'terminate']);

/** The event's own scope; from an event sub-process also the scope that it belongs to. */
function inSight(run: Run, from: ScopeId): ReadonlySet<ScopeId> {
  const seen = new Set([from]);
  let scope = scopeOf(run, from);
  while (scope.kind === 'event' && scope.parent !== null) {
    scope = scopeOf(run, scope.parent);
    seen.add(scope.id);
  }
  return seen;
}
