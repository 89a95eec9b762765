import type { ScopeId, VisitId } from '../../../words/ids.ts';
import type { Step } from './step.ts';

/** The visits inside which a scope runs, nearest first. */
export function within(step: Step, from: ScopeId): readonly VisitId[] {
  const hosts = new Set<VisitId>();
  for (let scope = step.scopes.get(from); scope; scope = scope.parent === null ? undefined : step.scopes.get(scope.parent)) {
    if (scope.host !== null) hosts.add(scope.host);
  }
  return [...hosts];
}
