import { id, type ScopeId, type VisitId } from '../../words/ids.ts';
import { type Refused, refuse } from '../../words/refusal.ts';
import type { Compensable } from '../marking.ts';
import { number, scopeOf, type Run } from '../run/run.ts';
import type { MoveObstacle } from '../stimulus.ts';
import { undo } from '../undo.ts';
import { illegal } from './illegal.ts';

/** Somebody has completed steps undone, by what the diagram says: in reverse order, each once, beside what else runs. */
export function compensate(run: Run, visits: readonly VisitId[]): Refused | undefined {
  if (visits.length === 0) return refuse('invalidInput', 'visits', { zh: '至少一个要补偿的步骤', en: 'At least one step to undo' });
  for (const visit of visits) {
    const obstacle = compensateObstacle(run, visit);
    if (obstacle) return illegal(visit, obstacle);
  }
  const named = run.undoable.filter((one) => visits.includes(one.visit));
  for (const scope of new Set(named.map((one) => one.scope))) {
    undoIn(
      run,
      scope,
      named.filter((one) => one.scope === scope),
    );
  }
  return undefined;
}

/** Nobody waits for it; in the trail the move stands between what was done and what undoes it. */
function undoIn(run: Run, scope: ScopeId, what: readonly Compensable[]): void {
  const by = id<'v'>(`v${number(run)}`);
  const { element } = scopeOf(run, scope);
  run.effects.push({ kind: 'passed', pass: { visit: by, element, scope, from: what.map((one) => one.visit), closed: 'moved' } });
  undo(run, { scope, element, what, by, waits: false });
}

/** Why a visit cannot be undone: it is not done, nothing undoes it, or that is being done or has been. */
export function compensateObstacle(run: Run, visit: VisitId): MoveObstacle | undefined {
  if (run.tokens.has(visit)) return 'notCompleted';
  const noted = run.undoable.find((one) => one.visit === visit);
  const phase = noted && run.scopes.get(noted.scope)?.phase;
  return phase === 'running' || phase === 'completing' ? undefined : 'notUndoable';
}
