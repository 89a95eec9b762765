import type { ElementId, ScopeId, VisitId } from '../../words/ids.ts';
import { type Refused, refuse } from '../../words/refusal.ts';
import type { Pass } from '../marking.ts';
import { closeScope, closeVisit } from '../run/close.ts';
import { resolve } from '../run/incident.ts';
import type { Run } from '../run/run.ts';
import type { Move, MoveObstacle } from '../stimulus.ts';
import { type Clearing, clearing } from './clearing.ts';
import { illegal } from './illegal.ts';
import { land } from './land.ts';
import { type Landing, landingOf } from './landing.ts';
import { type Lineage, lineageOf } from './lineage.ts';
import { misfit } from './misfit.ts';
import { insideOf, standing, takenIn } from './standing.ts';

export type Jump = Omit<Extract<Move, { kind: 'jump' }>, 'kind'>;

/** 跳转: takes what stands somewhere and puts tokens elsewhere. What was said stays as history, of the taken visits as cancelled. */
export function jump(run: Run, move: Jump, trail: readonly Pass[]): Refused | undefined {
  const lineage = lineageOf(run, trail);
  const jumping = jumpingOf(run, lineage, move);
  if (typeof jumping === 'string') return illegal(move.put[0]?.element ?? '', jumping);
  if ('ok' in jumping) return jumping;
  const [only, more] = move.take.map((visit) => run.tokens.get(visit));
  const left = new Set([...jumping.cleared.tokens].flatMap((visit) => run.tokens.get(visit)?.scope ?? []));
  take(run, jumping.cleared);
  // What came beside its host still goes with it, as long as it stays beside it.
  const sideOf = (landing: Landing) => (more === undefined && only?.scope === landing.scope ? only.side : undefined);
  for (const landing of jumping.landings) land(run, landing, { from: move.take, side: sideOf(landing) });
  // Where only event sub-processes still run, no more of them begin.
  for (const scope of left) run.queue.push({ do: 'drained', scope });
  return undefined;
}

/** A jump that is legal: what it clears and where it lands. */
export interface Jumping {
  readonly cleared: Clearing;
  readonly landings: readonly Landing[];
}

/** Works a jump out, or tells why it is not legal; refuses one that names nothing that there is. */
export function jumpingOf(run: Run, lineage: Lineage, { take, put }: Jump): Jumping | MoveObstacle | Refused {
  if (put.length === 0) return refuse('invalidInput', 'put', { zh: '至少一个要跳转到的步骤', en: 'At least one step to jump to' });
  const near = scopeLeft(run, take);
  if (take.length === 0 && run.tokens.size + run.arrivals.length > 0) return 'notHere';
  const landings: Landing[] = [];
  for (const one of put) {
    const landing = near ? landingOf(run, one, near) : 'notHere';
    if (typeof landing === 'string') return landing;
    if (!landing) return refuse('unknownElement', one.element, { zh: '该范围内的一个步骤', en: 'A step within that scope' });
    landings.push(landing);
  }
  const cleared = clearing(run, lineage, { take, keep: new Set(landings.map((landing) => landing.scope)) });
  if (typeof cleared === 'string') return cleared;
  if (landings.some(({ scope }) => near && isUndoneApart(run, scope, near))) return 'branchCut';
  const closed = landings.map((landing) => landingObstacle(run, cleared, landing.scope)).find((obstacle) => obstacle !== undefined);
  return closed ?? netObstacle(run, cleared, landings) ?? { cleared, landings };
}

/** The scope of what is taken; where nothing lives, the case's own. */
function scopeLeft(run: Run, [first]: readonly VisitId[]): ScopeId | undefined {
  if (first === undefined) return run.scopes.values()[0]?.id;
  return run.tokens.get(first)?.scope ?? run.arrivals.find((arrival) => arrival.from === first)?.scope;
}

/** Whether a place is within what is being undone, while what is taken is not: who undoes something does it alone. */
function isUndoneApart(run: Run, landing: ScopeId, near: ScopeId): boolean {
  const around = new Set<ScopeId>();
  for (let scope = run.scopes.get(near); scope; scope = scope.parent ? run.scopes.get(scope.parent) : undefined) around.add(scope.id);
  for (let scope = run.scopes.get(landing); scope && !around.has(scope.id); scope = scope.parent ? run.scopes.get(scope.parent) : undefined)
    if (scope.kind === 'undo' || scope.phase === 'compensating' || scope.phase === 'cancelling') return true;
  return false;
}

/** Nothing is put into a scope that goes with what is taken, nor into one that has been interrupted, unless what did so is taken. */
function landingObstacle(run: Run, cleared: Clearing, landing: ScopeId): MoveObstacle | undefined {
  const gone = (id: ScopeId): boolean => {
    const scope = run.scopes.get(id);
    return cleared.scopes.has(id) || Boolean(scope?.host && scope.kind !== 'item' && cleared.tokens.has(scope.host));
  };
  for (let scope = run.scopes.get(landing); scope; scope = scope.parent ? run.scopes.get(scope.parent) : undefined) {
    if (gone(scope.id)) return 'scopeFinished';
  }
  const phase = run.scopes.get(landing)?.phase;
  const handling = run.scopes.values().some(({ parent, kind, id }) => parent === landing && kind === 'event' && !gone(id));
  return phase === 'running' || phase === 'completing' || (phase === 'interrupted' && !handling) ? undefined : 'branchCut';
}

/** Every scope that is changed, and every one that is opened, must be able to go on from there as it could before. */
function netObstacle(run: Run, cleared: Clearing, landings: readonly Landing[]): MoveObstacle | undefined {
  const changed = new Set<ScopeId>(landings.map((landing) => landing.scope));
  for (const visit of cleared.tokens) addLive(run, cleared, { changed, scope: run.tokens.get(visit)?.scope });
  for (const { from, scope } of run.arrivals) if (cleared.arrivals.has(from)) addLive(run, cleared, { changed, scope });
  for (const scope of changed) {
    const inside = insideOf(run, scope);
    const put = landings.filter((landing) => landing.scope === scope).map(({ opened, element }) => opened[0]?.id ?? element.id);
    const before = standing(run, scope, NOTHING);
    const obstacle = inside && misfit(inside, { before, left: standing(run, scope, cleared), put, taken: takenIn(run, scope) });
    if (obstacle) return obstacle;
  }
  return landings.map((landing) => openedObstacle(run, landing)).find((obstacle) => obstacle !== undefined);
}

const NOTHING = { tokens: new Set<VisitId>(), arrivals: new Set<VisitId>() };

function addLive(run: Run, cleared: Clearing, { changed, scope }: { readonly changed: Set<ScopeId>; readonly scope: ScopeId | undefined }) {
  const live = scope && run.scopes.get(scope);
  const goes = live && (cleared.scopes.has(live.id) || (live.host !== null && cleared.tokens.has(live.host)));
  if (live && !goes) changed.add(live.id);
}

/** Inside what is opened there is nothing but what is put there. */
function openedObstacle(run: Run, { scope, opened, element }: Landing): MoveObstacle | undefined {
  const plan = insideOf(run, scope)?.plan;
  const next = (index: number): ElementId => opened[index + 1]?.id ?? element.id;
  const found = opened.map(({ id }, index) => plan && misfit({ plan, container: id }, { before: [], left: [], put: [next(index)] }));
  return found.find((obstacle) => obstacle !== undefined);
}

function take(run: Run, { tokens, arrivals, scopes }: Clearing): void {
  for (const visit of tokens) {
    const token = run.tokens.get(visit);
    if (token) closeVisit(run, token, 'cancelled');
  }
  for (const id of scopes) {
    const scope = run.scopes.get(id);
    if (scope) closeScope(run, scope, 'cancelled');
  }
  run.arrivals = run.arrivals.filter((arrival) => !arrivals.has(arrival.from));
  // What ran away is gone on from.
  for (const incident of run.incidents.values()) if (incident.code === 'stepBudget') resolve(run, incident);
}
