import type { ScopeId, VisitId } from '../../words/ids.ts';
import type { Run } from './run.ts';

/** The visits inside which a scope runs, nearest first: sub-processes, calls and wholes of multi-instances. */
export function within(run: Run, from: ScopeId): readonly VisitId[] {
  const hosts = new Set<VisitId>();
  for (let scope = run.scopes.get(from); scope; scope = scope.parent === null ? undefined : run.scopes.get(scope.parent)) {
    if (scope.host !== null) hosts.add(scope.host);
  }
  return [...hosts];
}
