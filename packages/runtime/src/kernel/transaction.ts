import { endCancelled } from './cancel.ts';
import { foldInside } from './compensable.ts';
import type { Construct } from './construct.ts';
import type { Scope } from './marking.ts';
import { closeScope } from './run/close.ts';
import { begin, openScope, tellOpened } from './run/open.ts';
import { scopeOf, type Run } from './run/run.ts';

/**
 * A transaction: inside, it runs as a sub-process does. It ends well, and can then be undone as one; or it is cancelled (`cancel.ts`); or it
 * fails by an error that leaves it, and then nothing is undone.
 */
export const transaction: Construct = (run, { token, element, plan }) => {
  const { definition } = scopeOf(run, token.scope);
  tellOpened(run, token);
  const scope = openScope(run, { parent: token.scope, definition, element: element.id, kind: 'transaction', host: token.visit });
  begin(run, { scope: scope.id, container: element.id, entries: plan.entries(element.id), from: [token.visit] });
};

/** Nothing runs inside any more: it is done, or all of it is undone. */
export function endTransaction(run: Run, scope: Scope): void {
  if (scope.phase === 'cancelling') return endCancelled(run, scope);
  foldInside(run, scope);
  closeScope(run, scope, 'completed');
  if (scope.host) run.queue.push({ do: 'finished', visit: scope.host });
}
