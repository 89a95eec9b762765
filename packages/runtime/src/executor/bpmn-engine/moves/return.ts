import type { ElementType } from '../../../diagram/model.ts';
import type { Move, MoveObstacle, Pass } from '../../../ports/executor.ts';
import type { VisitId } from '../../../words/ids.ts';
import { type Refused, refuse } from '../../../words/refusal.ts';
import { planOf, type Step } from '../step/step.ts';
import { notWaiting, taskOf } from '../stimuli/work.ts';
import { type Lineage, lineageOf } from './lineage.ts';
import { cutsElsewhere, placeGone } from './obstacle.ts';
import { openAnew } from './takeBack.ts';

/** 退回, where branches beside keep what they have done. */
export function returnTo(step: Step, move: Extract<Move, { kind: 'return' }>, trail: readonly Pass[]): Refused | undefined {
  if (move.siblings === 'redo') {
    return refuse('unsupported', 'redo', { zh: 'bpmn-engine 退回时不能重办并行分支', en: 'bpmn-engine does not redo the branches beside' });
  }
  if (move.then === 'straightBack') {
    return refuse('unsupported', 'straightBack', { zh: 'bpmn-engine 不能退回后直送退回人', en: 'bpmn-engine does not go straight back' });
  }
  if (!taskOf(step, move.from)) return notWaiting(move.from);
  const lineage = lineageOf(step, trail);
  const target = lineage.visits.get(move.to);
  if (returnObstacle(step, lineage, move) || !target) return refuse('illegalMove', move.to, LEGAL);
  openAnew(step, lineage, target);
  return undefined;
}

const LEGAL = {
  zh: '办理过程中已完成、且未被收回或结束的步骤',
  en: 'A step on the way here that was completed and has neither been taken back nor closed',
};

/** Work of a person, or what contains some. */
export const TARGETS: ReadonlySet<ElementType> = new Set(['userTask', 'manualTask', 'subProcess', 'callActivity']);

/** Why this return is not possible; undefined where it is. */
export function returnObstacle(
  step: Step,
  lineage: Lineage,
  move: { readonly from: VisitId; readonly to: VisitId },
): MoveObstacle | undefined {
  const target = lineage.visits.get(move.to);
  const gone = placeGone(step, lineage, target);
  if (gone || !target) return gone ?? 'notCompleted';
  if (step.scopes.get(target.scope)?.kind === 'item') return 'instanceOfMany';
  const type = planOf(step, target.scope).element(target.element)?.type;
  if (!type || !TARGETS.has(type) || !lineage.ancestors(move.from).has(move.to)) return 'notBefore';
  const taken = new Set([target.visit, ...lineage.descendants(target.visit)]);
  return cutsElsewhere(lineage, taken, target.visit) ? 'branchCut' : undefined;
}
