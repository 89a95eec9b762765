import type { ScopeId, VisitId } from '../../words/ids.ts';
import type { Run } from './run.ts';

/** The visits inside which a scope runs, nearest first: sub-processes, calls and wholes of multi-instances. */
export function within(run: Run, from: ScopeId): readonly VisitId[] {
  let hosts: Set<VisitId> | undefined;
  for (let scope = run.scopes.get(from); scope; scope = scope.parent === null ? undefined : run.scopes.get(scope.parent)) {
    if (scope.host === null) continue;
    hosts ??= new Set();
    hosts.add(scope.host);
  }
  return hosts ? [...hosts] : NONE;
}

/** Most steps run inside of nothing: no list is made for these. */
const NONE: readonly VisitId[] = [];
