import { type Refused, refuse } from '../../words/refusal.ts';
import { adHocChoices } from '../adHocChoices.ts';
import { conclude } from '../adHocSubProcess.ts';
import { fireJoin } from '../run/fireJoin.ts';
import { elementOf } from '../run/place.ts';
import { toMarking, type Run } from '../run/run.ts';
import { spawn } from '../run/token.ts';
import type { Stimulus } from '../stimulus.ts';
import { notWaiting } from './complete.ts';

/** Somebody begins an activity of an ad-hoc sub-process. Tokens that have come to it over flows are taken with it. */
export function startAdHoc(run: Run, { scope, element }: Extract<Stimulus, { kind: 'startAdHoc' }>): Refused | undefined {
  const choice = adHocChoices(run.plans, toMarking(run)).find((one) => one.scope === scope);
  if (!choice) return notWaiting(scope);
  if (!choice.start.includes(element)) {
    return refuse('notWaiting', element, { zh: '现在可以开始的步骤', en: 'A step that may be begun now' });
  }
  const { incoming, startQuantity } = elementOf(run, scope, element);
  if (incoming.length === 0) spawn(run, { element, scope, from: choice.visit ? [choice.visit] : [] });
  else {
    const came = run.arrivals.filter((arrival) => arrival.join === element && arrival.scope === scope);
    fireJoin(run, { join: element, scope, taken: came.slice(0, startQuantity) });
  }
  return undefined;
}

/** Somebody says that an ad-hoc sub-process is done, where no condition says it. */
export function completeAdHoc(run: Run, { scope: id }: Extract<Stimulus, { kind: 'completeAdHoc' }>): Refused | undefined {
  const scope = run.scopes.get(id);
  if (scope?.kind !== 'adHoc' || scope.phase !== 'running') return notWaiting(id);
  if (elementOf(run, id, scope.element).adHoc?.completion !== undefined) {
    const expected = { zh: '该子流程按完成条件结束，不能由人结束', en: 'One without a condition: this one ends when its condition holds' };
    return refuse('notWaiting', scope.element, expected);
  }
  conclude(run, scope);
  return undefined;
}
