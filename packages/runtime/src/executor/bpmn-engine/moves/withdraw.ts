import type { Element } from '../../../diagram/model.ts';
import type { MoveObstacle, Pass } from '../../../ports/executor.ts';
import type { VisitId } from '../../../words/ids.ts';
import { type Refused, refuse } from '../../../words/refusal.ts';
import { hostedBy } from '../step/places.ts';
import { planOf, type Step } from '../step/step.ts';
import { taskOf } from '../stimuli/work.ts';
import { type Lineage, lineageOf, type Visited } from './lineage.ts';
import { cutsElsewhere, placeGone } from './obstacle.ts';
import { openAnew } from './takeBack.ts';

/** 撤回: takes back a completed task while nothing that came of it has been touched. */
export function withdraw(step: Step, visit: VisitId, trail: readonly Pass[]): Refused | undefined {
  const lineage = lineageOf(step, trail);
  const target = lineage.visits.get(visit);
  if (target && step.scopes.get(target.scope)?.kind === 'item') {
    return refuse('unsupported', 'withdrawInstance', {
      zh: 'bpmn-engine 不能撤回会签中的一份',
      en: 'bpmn-engine takes no instance of many back',
    });
  }
  if (withdrawObstacle(step, lineage, visit) || !target) {
    return refuse('illegalMove', visit, {
      zh: '本人已完成、且后续步骤尚未办理的步骤',
      en: 'A step that was completed and after which nothing was done yet',
    });
  }
  openAnew(step, lineage, target);
  return undefined;
}

/** Why a task can no longer be taken back. */
export function withdrawObstacle(step: Step, lineage: Lineage, visit: VisitId): MoveObstacle | undefined {
  const target = lineage.visits.get(visit);
  const stands = target !== undefined && standsStill(step, target);
  const gone = stands ? undefined : placeGone(step, lineage, target);
  if (gone || !target) return gone ?? 'notCompleted';
  const element = planOf(step, target.scope).element(target.element);
  if (element?.type !== 'userTask' && element?.type !== 'manualTask') return 'notBefore';
  if (element.many) return 'instanceOfMany';
  const after = lineage.descendants(visit);
  if ([...after].some((one) => touched(step, lineage.visits.get(one)))) return 'successorCompleted';
  const moved = after.size === 0 && !stands && element.outgoing.length > 0 && !step.arrivals.some((arrival) => arrival.from === visit);
  return moved || cutsElsewhere(lineage, new Set([...after, visit]), visit) ? 'branchCut' : undefined;
}

/** Done, but no way on could be found: the token is still there, with its incident. */
const standsStill = (step: Step, { visit, state }: Visited): boolean =>
  state === 'open' && !taskOf(step, visit) && hostedBy(step, visit).length === 0;

/** Whether what came after has been done by someone or something from outside, or has been moved. */
function touched(step: Step, visited: Visited | undefined): boolean {
  if (!visited || visited.state === 'open' || visited.state === 'joined') return false;
  if (visited.state !== 'completed' || !step.scopes.has(visited.scope)) return true;
  const element = planOf(step, visited.scope).element(visited.element);
  return !element || waits(element);
}

function waits({ type, job, message, triggers }: Element): boolean {
  if (type === 'serviceTask') return job?.type !== 'set';
  if (type === 'businessRuleTask') return job?.type !== 'decide';
  if (type === 'sendTask') return !message;
  if (type === 'intermediateCatchEvent') return triggers.some((trigger) => trigger.kind !== 'link');
  return /^(userTask|manualTask|receiveTask|scriptTask|eventBasedGateway|boundaryEvent)$/.test(type);
}
