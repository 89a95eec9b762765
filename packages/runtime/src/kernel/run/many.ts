import type { ScopeId, VisitId } from '../../words/ids.ts';
import type { ManyState, Scope, Token } from '../marking.ts';
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

/** The open instances of a multi-instance. */
export const instancesIn = (run: Run, scope: Scope): readonly Token[] =>
  run.scopes.in('parent', scope.id).flatMap((item) => run.tokens.in('scope', item.id).filter((token) => token.instance));

/** How many instances are at work, without looking for them. */
export const activeIn = ({ total, done, ended, rest }: ManyState): number => total - done - ended - rest.length;

/** The multi-instance that runs inside a visit. */
export const manyInside = (run: Run, visit: VisitId): Scope | undefined => run.scopes.in('host', visit).find(({ kind }) => kind === 'many');
