import { endCase } from './endCase.ts';
import type { Token } from './marking.ts';
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

/** Ends all else in its scope; the token itself stands there, because something else that it has thrown must be looked at. */
export function terminateBeside(run: Run, token: Token): void {
  run.tokens.delete(token.visit);
  emptyScope(run, token.scope, 'cancelled');
  run.tokens.set(token.visit, token);
}
