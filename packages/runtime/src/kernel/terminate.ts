import { endCase } from './endCase.ts';
import { closeVisit, emptyScope } from './run/close.ts';
import type { Place } from './run/place.ts';
import { scopeOf, type Run } from './run/run.ts';

/** Ends its own scope with all that runs in it, and nothing else: what is around a sub-process goes on from there. */
export function terminate(run: Run, { token }: Place): void {
  closeVisit(run, token, 'completed');
  emptyScope(run, token.scope, 'cancelled');
  if (scopeOf(run, token.scope).kind === 'process') endCase(run, token.scope, 'terminated');
  else run.queue.push({ do: 'drained', scope: token.scope });
}
