import { foldInside } from './compensable.ts';
import type { Construct } from './construct.ts';
import type { Scope } from './marking.ts';
import { closeScope } from './run/close.ts';
import { openInside, takeOut } from './run/border.ts';
import { begin } from './run/open.ts';
import type { Run } from './run/run.ts';

/**
 * A transaction: inside, it runs as a sub-process does. It ends well, and can then be undone as one; or it is cancelled (`cancel.ts`); or it
 * fails by an error that leaves it, and then nothing is undone.
 */
export const transaction: Construct = (run, place) => {
  const { token, element, plan } = place;
  const scope = openInside(run, place, 'transaction');
  if (!scope) return;
  begin(run, { scope: scope.id, container: element.id, entries: plan.entries(element.id), from: [token.visit] });
};

/** Nothing runs inside any more: it is done. */
export function endTransaction(run: Run, scope: Scope): void {
  if (!takeOut(run, scope)) return;
  foldInside(run, scope);
  closeScope(run, scope, 'completed');
  if (scope.host) run.queue.push({ do: 'finished', visit: scope.host });
}
