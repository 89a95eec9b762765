import type { Element } from '../../diagram/model.ts';
import type { ScopeId, VisitId } from '../../words/ids.ts';
import type { Refused } from '../../words/refusal.ts';
import type { Pass, Scope, Token } from '../marking.ts';
import { closeScope, closeVisit } from '../run/close.ts';
import { resolveAsked } from '../run/incident.ts';
import { manyIn, noteMany } from '../run/many.ts';
import { repetitionOf } from '../run/repetition.ts';
import { planOf, type Run } from '../run/run.ts';
import type { MoveObstacle } from '../stimulus.ts';
import { taskOf } from '../stimuli/complete.ts';
import { illegal } from './illegal.ts';
import { type Lineage, lineageOf, type Visited } from './lineage.ts';
import { misfitInThisVersion } from './inThisVersion.ts';
import { cutsElsewhere, placeGone } from './obstacle.ts';
import { openAnew, takeBack } from './takeBack.ts';

/** 撤回: takes back a completed task while nothing that came of it has been touched; the marking is then as before. */
export function withdraw(run: Run, visit: VisitId, trail: readonly Pass[]): Refused | undefined {
  const lineage = lineageOf(run, trail);
  const target = lineage.visits.get(visit);
  const obstacle = withdrawObstacle(run, lineage, visit);
  if (obstacle || !target) return illegal(visit, obstacle ?? 'notCompleted', LEGAL);
  uncount(run, target);
  takeBack(run, lineage, new Set([visit, ...lineage.descendants([visit])]));
  openAnew(run, target);
  return undefined;
}

const LEGAL = {
  zh: '本人已完成、且后续步骤尚未办理的步骤',
  en: 'A step that was completed and after which nothing was done yet',
};

/** Why a task can no longer be taken back; whether the next was signed for (签收) is the office's to know. */
export function withdrawObstacle(run: Run, lineage: Lineage, visit: VisitId): MoveObstacle | undefined {
  const target = lineage.visits.get(visit);
  const stands = target && standsStill(run, target);
  const gone = stands ? undefined : placeGone(run, lineage, target);
  if (gone || !target) return gone ?? 'notCompleted';
  const element = planOf(run, target.scope).element(target.element);
  const many = manyAround(run, target.scope);
  if (target.state === 'joined' || (element?.type !== 'userTask' && element?.type !== 'manualTask')) return 'notBefore';
  const round = run.scopes.get(target.scope)?.kind === 'loop';
  // The whole of a multi-instance or of a loop is nobody's own step.
  if ((element.many && !many) || (element.loop && !round)) return 'instanceOfMany';
  const after = lineage.descendants([visit]);
  if ([...after].some((one) => touched(run, lineage, lineage.visits.get(one)))) return 'successorCompleted';
  if (many) return manyIn(run, many.id)?.inTurn && laterDone(run, lineage, target) ? 'successorCompleted' : undefined;
  const moved =
    after.size === 0 && !stands && !round && element.outgoing.length > 0 && !run.arrivals.some((arrival) => arrival.from === visit);
  const taken = new Set([...after, visit]);
  if (moved || cutsElsewhere(lineage, taken, new Set([visit]))) return 'branchCut';
  return misfitInThisVersion(run, lineage, { target, taken, heads: [visit] });
}

/** Done, but no way on could be found: the token is still there, with its incident. */
const standsStill = (run: Run, { visit, state }: Visited): boolean =>
  state === 'open' && !taskOf(run, visit) && !run.scopes.any('host', visit);

/** Whether what came after has been done by someone or something from outside, or has been moved. */
function touched(run: Run, lineage: Lineage, visited: Visited | undefined): boolean {
  if (!visited || visited.state === 'open' || visited.state === 'joined') return false;
  if (visited.state !== 'completed' || !run.scopes.has(visited.scope)) return true;
  const element = planOf(run, visited.scope).element(visited.element);
  return !element || (waits(element) && !isThrownInside(lineage, element, visited) && !isDoneByNobody(run, lineage, visited));
}

/** The whole of a multi-instance or a loop that had no run. */
function isDoneByNobody(run: Run, lineage: Lineage, { visit, element: id, scope }: Visited): boolean {
  const element = planOf(run, scope).element(id);
  if ((!element?.many && !element?.loop) || repetitionOf(run, { scope })) return false;
  return ![...lineage.visits.values()].some((other) => other.element === id && other.from.includes(visit));
}

/** What an instance has thrown to the border of its own whole came from nobody else. */
const isThrownInside = (lineage: Lineage, { type, attachedTo }: Element, { from: [, ...causes] }: Visited): boolean =>
  type === 'boundaryEvent' && causes.some((cause) => lineage.visits.get(cause)?.element === attachedTo);

function waits(element: Element): boolean {
  switch (element.type) {
    case 'userTask':
    case 'manualTask':
    case 'receiveTask':
    case 'scriptTask':
    case 'eventBasedGateway':
    case 'boundaryEvent':
      return true;
    case 'serviceTask':
      return element.job?.type !== 'set';
    case 'businessRuleTask':
      return element.job?.type !== 'decide';
    case 'sendTask':
      return !element.message;
    case 'intermediateCatchEvent':
      return element.triggers.some((trigger) => trigger.kind !== 'link');
    default:
      return false;
  }
}

/** The multi-instance of whose instances this scope is one. */
function manyAround(run: Run, scope: ScopeId): Scope | undefined {
  const item = run.scopes.get(scope);
  return item?.kind === 'item' && item.parent ? run.scopes.get(item.parent) : undefined;
}

/** In turn: the one after me has done theirs. */
function laterDone(run: Run, lineage: Lineage, { scope, from, visit }: Visited): boolean {
  const index = Number(run.scopes.get(scope)?.locals.index);
  return [...lineage.visits.values()].some(
    (other) =>
      other.visit !== visit &&
      other.state === 'completed' &&
      other.from[0] === from[0] &&
      Number(run.scopes.get(other.scope)?.locals.index) > index,
  );
}

/** An instance that is taken back counts as not done; in turn, the one that began after it goes back into the list. */
function uncount(run: Run, { scope }: Visited): void {
  const around = manyAround(run, scope);
  const many = around && manyIn(run, around.id);
  if (!many) return;
  if (around.host) resolveAsked(run, around.host);
  const next = many.inTurn ? instanceIn(run, around.id) : undefined;
  const rest = next?.instance ? [next.instance.item, ...many.rest] : many.rest;
  noteMany(run, around.id, { ...many, done: many.done - 1, rest });
  const item = next && run.scopes.get(next.scope);
  if (next) closeVisit(run, next, 'takenBack');
  if (item) closeScope(run, item, 'takenBack');
}

const instanceIn = (run: Run, many: ScopeId): Token | undefined =>
  run.tokens.values().find((token) => token.instance && run.scopes.get(token.scope)?.parent === many);
