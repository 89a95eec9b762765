import type { ScopeId } from '../../words/ids.ts';
import type { ManyState } from '../marking.ts';
import type { Run } from './run.ts';

/** How far the multi-instance is whose instances run in a scope; undefined where none do. */
export function manyIn(run: Run, id: ScopeId): ManyState | undefined {
  const scope = run.scopes.get(id);
  if (scope?.kind !== 'many' || scope.many) return scope?.many;
  return scope.host === null ? undefined : run.tokens.get(scope.host)?.many;
}

/** Notes it with the token of the whole; of one that began under v0.3, where it stands. */
export function noteMany(run: Run, id: ScopeId, many: ManyState): void {
  const scope = run.scopes.get(id);
  const host = scope?.host && run.tokens.get(scope.host);
  if (scope?.many) run.scopes.set(id, { ...scope, many });
  else if (host) run.tokens.set(host.visit, { ...host, many });
}
