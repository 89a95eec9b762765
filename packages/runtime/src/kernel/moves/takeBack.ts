import { id, type ScopeId, type VisitId } from '../../words/ids.ts';
import { closeScope, closeVisit } from '../run/close.ts';
import { change, holderOf } from '../run/data.ts';
import { resolveAsked } from '../run/incident.ts';
import { planOf, type Run } from '../run/run.ts';
import { spawn } from '../run/token.ts';
import { revive } from './land.ts';
import type { Lineage, Visited } from './lineage.ts';

/**
 * Takes visits back as if they had not been: their tokens with all that waits or runs inside, their arrivals, their outcomes. A join that
 * fired with them gives its other arrivals back. What they wrote into fields stays.
 */
export function takeBack(run: Run, lineage: Lineage, taken: ReadonlySet<VisitId>): void {
  run.parked = run.parked.filter((parked) => !taken.has(parked.token.visit) && !taken.has(parked.until));
  for (const visit of taken) {
    const token = run.tokens.get(visit);
    if (token) closeVisit(run, token, 'takenBack');
  }
  run.arrivals = run.arrivals.filter((arrival) => !taken.has(arrival.from));
  run.undoable = run.undoable.filter((one) => !taken.has(one.visit));
  leaveUndoing(run, taken);
  for (const visit of taken) unfire(run, lineage, { visit, taken });
  for (const visit of taken) uncountRound(run, lineage.visits.get(visit));
  for (const visit of taken) {
    const visited = lineage.visits.get(visit);
    if (!visited || visited.state === 'open' || visited.state === 'parked') continue;
    const { state, ...pass } = visited;
    run.effects.push({ kind: 'passed', pass: { ...pass, closed: 'takenBack' } });
    if (state !== 'moved') clearOutcome(run, visited);
    giveBack(run, visited, taken);
  }
}

/** Whoever asked for something to be undone, and did not wait for it, has not asked. */
function leaveUndoing(run: Run, taken: ReadonlySet<VisitId>): void {
  for (const scope of run.scopes.values())
    if (scope.kind === 'undo' && taken.has(id<'v'>(String(scope.locals.by)))) closeScope(run, scope, 'takenBack');
}

/** Arrivals of branches beside stand at the join again. */
function giveBack(run: Run, { consumed = [] }: Visited, taken: ReadonlySet<VisitId>): void {
  for (const arrival of consumed) {
    if (taken.has(arrival.from) || !run.scopes.has(arrival.scope)) continue;
    // Another version may have no such join any more.
    if (planOf(run, arrival.scope).flow(arrival.flow)?.to !== arrival.join) continue;
    runAgain(run, arrival.scope);
    run.arrivals = [...run.arrivals, arrival];
    run.queue.push({ do: 'join', join: arrival.join, scope: arrival.scope });
  }
}

/** What a complex gateway has gone through with them is undone: the start, or the reset that followed one which stays. */
function unfire(run: Run, lineage: Lineage, { visit, taken }: { readonly visit: VisitId; readonly taken: ReadonlySet<VisitId> }): void {
  run.resetting = run.resetting.filter(({ by }) => by !== visit);
  const { resets } = lineage.visits.get(visit) ?? {};
  const start = resets && !taken.has(resets) ? lineage.visits.get(resets) : undefined;
  if (!start || !run.scopes.has(start.scope)) return;
  const { element: gateway, scope, consumed = [] } = start;
  if (run.resetting.some((one) => one.gateway === gateway && one.scope === scope)) return;
  run.resetting = [...run.resetting, { gateway, scope, taken: consumed.map(({ flow }) => flow), by: start.visit }];
}

/** A round that is taken back has not been: the loop asks again what it had asked. */
function uncountRound(run: Run, visited: Visited | undefined): void {
  const around = visited && run.scopes.get(visited.scope);
  if (around?.kind !== 'loop') return;
  if (around.host) resolveAsked(run, around.host);
  run.scopes.set(around.id, { ...around, loop: (around.loop ?? 0) - 1 });
}

function clearOutcome(run: Run, { element, scope }: Visited): void {
  if (!run.scopes.has(scope)) return;
  const decision = planOf(run, scope).element(element)?.office.decision;
  if (decision) change(run, { scope: holderOf(run, scope), path: [decision.key], to: undefined });
}

/** Opens a visit that was taken back as a new one, from the same parents; its timers are armed anew. */
export function openAnew(run: Run, { element, scope, from }: Visited): VisitId {
  runAgain(run, scope);
  const around = run.scopes.get(scope);
  const { index, item = null } = around?.locals ?? {};
  if (around?.kind === 'loop') run.scopes.set(scope, { ...around, loop: (around.loop ?? 0) + 1 });
  const instance = around?.kind === 'item' && typeof index === 'number' ? { instance: { index, item } } : {};
  return spawn(run, { element, scope, from, ...instance }).visit;
}

/** Where only event sub-processes were still running, others may begin again. */
function runAgain(run: Run, scope: ScopeId): void {
  if (run.scopes.get(scope)?.phase === 'completing') revive(run, scope);
}
