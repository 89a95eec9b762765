import type { Plan } from '../../../plan/plan.ts';
import { keyAndVersion, type ScopeId } from '../../../words/ids.ts';
import { BrokenPromise } from '../../../words/refusal.ts';
import type { Scope } from '../../marking.ts';
import { planOf, scopeOf, type Run } from '../../run/run.ts';
import type { Move } from '../../stimulus.ts';
import { targetsOf, type Targets } from './targets.ts';

/** What of a case goes over to another version: every scope that runs an other version of that process, the called ones too. */
export interface Moving {
  readonly to: Plan;
  readonly scopes: ReadonlySet<ScopeId>;
  targets(scope: ScopeId): Targets;
}

/** Finds what moves; undefined where the version was not loaded. */
export function movingOf(run: Run, move: Extract<Move, { kind: 'migrate' }>): Moving | undefined {
  const to = run.plans.get(move.to);
  if (!to) return undefined;
  const { key } = keyAndVersion(move.to);
  const scopes = [...run.scopes.values()].filter(({ definition }) => definition !== move.to && keyAndVersion(definition).key === key);
  // All at once, as what a scope runs changes while it is moved.
  const byVersion = new Map(scopes.map(({ id, definition }) => [definition, targetsOf(planOf(run, id), to, move.map)]));
  const byScope = new Map(scopes.map(({ id, definition }) => [id, byVersion.get(definition)]));
  return {
    to,
    scopes: new Set(scopes.map((scope) => scope.id)),
    targets(scope) {
      const targets = byScope.get(scope);
      if (!targets) throw new BrokenPromise(`the scope ${scope} does not move`);
      return targets;
    },
  };
}

/** The scope in whose diagram a scope's own element is drawn: a call's in that of the caller; none for the case itself. */
export function drawnIn(run: Run, scope: Scope): Scope | undefined {
  if (scope.kind !== 'call') return scope.parent === null ? undefined : scope;
  if (scope.parent === null) throw new BrokenPromise(`the call ${scope.id} has no caller`);
  return scopeOf(run, scope.parent);
}
