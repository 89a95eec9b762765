import type { ScopeId, VisitId } from '../../words/ids.ts';
import type { Run } from './run.ts';

/** The visits inside which a scope runs, nearest first: sub-processes, calls and wholes of multi-instances. */
export function within(run: Run, from: ScopeId): readonly VisitId[] {
  let hosts: VisitId[] | undefined;
  for (let scope = run.scopes.get(from); scope; scope = scope.parent === null ? undefined : run.scopes.get(scope.parent)) {
    // The inside of an instance and the whole around it have one host.
    if (scope.host !== null && hosts?.at(-1) !== scope.host) (hosts ??= []).push(scope.host);
  }
  return hosts ?? NONE;
}

/** Most steps run inside of nothing: no list is made for these. */
const NONE: readonly VisitId[] = [];
