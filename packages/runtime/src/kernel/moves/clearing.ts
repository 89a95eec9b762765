import type { ScopeId, VisitId } from '../../words/ids.ts';
import type { Scope } from '../marking.ts';
import type { Run } from '../run/run.ts';
import type { MoveObstacle } from '../stimulus.ts';
import type { Lineage } from './lineage.ts';
import type { Taken } from './standing.ts';

/** All that goes when visits are taken; scopes of event sub-processes that are left with nothing go as well. */
export interface Clearing extends Taken {
  readonly scopes: ReadonlySet<ScopeId>;
}

/**
 * What goes with these visits: what runs inside them, what came to their side, and the activity around where nothing is left in it and
 * nothing is put there.
 */
export function clearing(run: Run, lineage: Lineage, about: Taking): Clearing | MoveObstacle {
  const cleared = { tokens: new Set<VisitId>(), arrivals: new Set<VisitId>(), scopes: new Set<ScopeId>() };
  for (const visit of about.take) {
    if (run.tokens.has(visit)) cleared.tokens.add(visit);
    else if (run.arrivals.some((arrival) => arrival.from === visit)) cleared.arrivals.add(visit);
    else return 'notHere';
  }
  grow(run, lineage, cleared);
  for (let scope = emptied(run, cleared, about.keep); scope; scope = emptied(run, cleared, about.keep)) {
    if (scope.kind === 'item' || scope.kind === 'many') return 'instanceOfMany';
    // What is being undone is undone to its end.
    if (scope.kind === 'undo' || (scope.phase !== 'running' && scope.phase !== 'completing')) return 'branchCut';
    cleared.scopes.add(scope.id);
    if (scope.host) cleared.tokens.add(scope.host);
    grow(run, lineage, cleared);
  }
  return cleared;
}

export interface Taking {
  readonly take: readonly VisitId[];
  /** Scopes into which something is put. */
  readonly keep: ReadonlySet<ScopeId>;
}

interface Cleared {
  readonly tokens: Set<VisitId>;
  readonly arrivals: Set<VisitId>;
  readonly scopes: Set<ScopeId>;
}

/** What came of a visit that is still open runs inside it or beside it. */
function grow(run: Run, lineage: Lineage, { tokens, arrivals }: Cleared): void {
  const after = lineage.descendants([...tokens]);
  for (const visit of after) if (run.tokens.has(visit)) tokens.add(visit);
  for (const { from } of run.arrivals) if (after.has(from)) arrivals.add(from);
}

/** A scope that something was taken out of, in which nothing is left. */
const emptied = (run: Run, cleared: Cleared, keep: Taking['keep']): Scope | undefined =>
  run.scopes
    .values()
    .find(
      (scope) =>
        scope.parent !== null &&
        !cleared.scopes.has(scope.id) &&
        !keep.has(scope.id) &&
        !(scope.host && cleared.tokens.has(scope.host)) &&
        lost(run, cleared, scope.id) &&
        !isLeft(run, cleared, scope.id),
    );

const lost = (run: Run, { tokens, arrivals, scopes }: Cleared, id: ScopeId): boolean =>
  [...tokens].some((visit) => run.tokens.get(visit)?.scope === id) ||
  run.arrivals.some((arrival) => arrival.scope === id && arrivals.has(arrival.from)) ||
  [...scopes].some((scope) => run.scopes.get(scope)?.parent === id);

const isLeft = (run: Run, { tokens, arrivals, scopes }: Cleared, id: ScopeId): boolean =>
  run.tokens.values().some((token) => token.scope === id && !tokens.has(token.visit)) ||
  run.arrivals.some((arrival) => arrival.scope === id && !arrivals.has(arrival.from)) ||
  run.scopes.values().some((scope) => scope.parent === id && scope.host === null && !scopes.has(scope.id));
