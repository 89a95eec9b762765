import type { ElementType } from '../../diagram/model.ts';
import type { Refused } from '../../words/refusal.ts';
import type { Pass } from '../marking.ts';
import { closeVisit } from '../run/close.ts';
import { planOf, type Run } from '../run/run.ts';
import type { Move, MoveObstacle } from '../stimulus.ts';
import { notWaiting, taskOf } from '../stimuli/complete.ts';
import { illegal } from './illegal.ts';
import { type Lineage, lineageOf, type Visited } from './lineage.ts';
import { misfitInThisVersion } from './inThisVersion.ts';
import { cutsElsewhere, placeGone } from './obstacle.ts';
import { keeping, redoing, type Undoing } from './siblings.ts';
import { openAnew, takeBack } from './takeBack.ts';

type Return = Extract<Move, { kind: 'return' }>;

/** 退回: opens a visit anew that the returner's own came from, and takes back what has come of it since. */
export function returnTo(run: Run, move: Return, trail: readonly Pass[]): Refused | undefined {
  if (!taskOf(run, move.from)) return notWaiting(move.from);
  const lineage = lineageOf(run, trail);
  const target = lineage.visits.get(move.to);
  const straight = move.then === 'straightBack';
  const obstacle = returnObstacle(run, lineage, { ...move, straight });
  if (obstacle || !target) return illegal(move.to, obstacle ?? 'notCompleted', LEGAL);
  if (straight) return sendStraightBack(run, { move, target });
  const { taken, heads } = undoing(lineage, move);
  takeBack(run, lineage, taken);
  for (const head of heads) {
    const visited = lineage.visits.get(head);
    if (visited) openAnew(run, visited);
  }
  return undefined;
}

const LEGAL = {
  zh: '办理过程中已完成、且未被收回或结束的步骤',
  en: 'A step on the way here that was completed and has neither been taken back nor closed',
};

const undoing = (lineage: Lineage, { to, siblings }: Pick<Return, 'to' | 'siblings'>): Undoing =>
  siblings === 'redo' ? redoing(lineage, to) : keeping(lineage, to);

/** Work of a person, or what contains some. */
export const TARGETS: ReadonlySet<ElementType> = new Set([
  'userTask',
  'manualTask',
  'subProcess',
  'transaction',
  'adHocSubProcess',
  'callActivity',
]);

/** Why this return is not possible; undefined where it is. */
export function returnObstacle(
  run: Run,
  lineage: Lineage,
  move: Pick<Return, 'from' | 'to' | 'siblings'> & { readonly straight: boolean },
): MoveObstacle | undefined {
  const target = lineage.visits.get(move.to);
  const gone = placeGone(run, lineage, target);
  if (gone || !target) return gone ?? 'notCompleted';
  if (run.scopes.get(target.scope)?.kind === 'item') return 'instanceOfMany';
  const type = planOf(run, target.scope).element(target.element)?.type;
  if (!type || !TARGETS.has(type) || target.state === 'joined' || !lineage.ancestors(move.from).has(move.to)) return 'notBefore';
  if (move.straight) return straightObstacle(run, lineage, { move, target });
  const { taken, heads } = undoing(lineage, move);
  if (cutsElsewhere(lineage, taken, new Set(heads))) return 'branchCut';
  return misfitInThisVersion(run, lineage, { target, taken, heads });
}

interface Straight {
  readonly move: Pick<Return, 'from' | 'to'>;
  readonly target: Visited;
}

/** The returner's token is lifted and put back later, so both must stay in one scope, and nothing may divert the target meanwhile. */
function straightObstacle(run: Run, lineage: Lineage, { move, target }: Straight): MoveObstacle | undefined {
  if (run.tokens.get(move.from)?.scope !== target.scope) return 'scopeFinished';
  if (run.scopes.get(target.scope)?.kind === 'loop') return 'instanceOfMany';
  const diverts = planOf(run, target.scope).boundaries(target.element).length > 0;
  return diverts && !leftAlone(run, lineage, { move, target }) ? 'branchCut' : undefined;
}

/** Whether nothing but the returner lives of what came of the target; what has come to a join and waits there lives, though its visit is over. */
function leftAlone(run: Run, lineage: Lineage, { move, target }: Straight): boolean {
  const came = lineage.descendants([move.to]);
  if (run.arrivals.some((arrival) => came.has(arrival.from))) return false;
  return [...came].every((visit) => {
    const one = lineage.visits.get(visit);
    return visit === move.from || one?.scope !== target.scope || one.state === 'completed';
  });
}

/** Nothing is undone: the target works once more, then the returner goes on where they were. */
function sendStraightBack(run: Run, { move, target }: Straight): Refused | undefined {
  const returner = run.tokens.get(move.from);
  if (!returner) return notWaiting(move.from);
  const { parked } = run;
  closeVisit(run, returner, 'takenBack');
  // It stands in the returner's place: whatever takes the returner back takes it too.
  const visit = openAnew(run, { ...target, from: [returner.visit] });
  run.parked = [...parked, { until: visit, token: returner }];
  return undefined;
}
