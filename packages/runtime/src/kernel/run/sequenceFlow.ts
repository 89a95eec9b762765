import { evaluateCondition } from '../../diagram/feel/condition.ts';
import type { Element, Flow } from '../../diagram/model.ts';
import type { Data, Json } from '../../words/json.ts';
import type { IncidentCode } from '../marking.ts';
import { visible } from './data.ts';
import type { Place } from './place.ts';
import type { Run } from './run.ts';

/** Which flows a token takes, or why that cannot be told. */
export type Ways =
  | { readonly ok: true; readonly flows: readonly Flow[] }
  | { readonly ok: false; readonly code: IncidentCode; readonly detail: Json };

/** What a complex gateway adds: names of its own, and whether it is about tokens that came late, for which flows without a condition do not count. */
export interface Phase {
  readonly late: boolean;
  readonly also: Data;
}

/** Out of an activity, an inclusive or a complex gateway: every flow that holds, the default one if no condition does. */
export function everyWay(run: Run, { token, element, plan }: Place, { late, also }: Phase = USUAL): Ways {
  const flows = plan.outgoing(element.id);
  if (!late && !flows.some((flow) => isChosen(flow, element))) return { ok: true, flows };
  const data = also === USUAL.also ? visible(run, token.scope) : { ...visible(run, token.scope), ...also };
  const taken: Flow[] = [];
  let fallBack: Flow | undefined;
  let conditionHeld = false;
  for (const flow of flows) {
    if (flow.id === element.defaultFlow) {
      fallBack = flow;
      continue;
    }
    if (late && flow.condition === undefined) continue;
    const held = holds(run, flow, data);
    if (held !== true && held !== false) return held;
    if (!held) continue;
    taken.push(flow);
    conditionHeld ||= flow.condition !== undefined;
  }
  if (fallBack && !conditionHeld) taken.push(fallBack);
  return taken.length > 0 || late ? { ok: true, flows: taken } : NO_WAY_ON;
}

/** Out of an exclusive gateway: the first flow that holds, else the default one. A condition that cannot be told stops the search. */
export function oneWay(run: Run, { token, element, plan }: Place): Ways {
  const flows = plan.outgoing(element.id);
  if (flows.length === 0 || (flows.length === 1 && !flows.some((flow) => isChosen(flow, element)))) return { ok: true, flows };
  const data = visible(run, token.scope);
  for (const flow of flows) {
    if (flow.id === element.defaultFlow) continue;
    const held = holds(run, flow, data);
    if (held === true) return { ok: true, flows: [flow] };
    if (held !== false) return held;
  }
  const fallBack = flows.find((flow) => flow.id === element.defaultFlow);
  return fallBack ? { ok: true, flows: [fallBack] } : NO_WAY_ON;
}

/** Whether it is asked for a flow if it is taken. */
const isChosen = ({ id, condition }: Flow, { defaultFlow }: Element): boolean => condition !== undefined || id === defaultFlow;

const USUAL: Phase = { late: false, also: {} };

const NO_WAY_ON: Ways = { ok: false, code: 'noWayOn', detail: null };

function holds(run: Run, flow: Flow, data: Data): boolean | Extract<Ways, { ok: false }> {
  if (flow.condition === undefined) return true;
  const held = evaluateCondition(flow.condition, data, run.at);
  if (held.value !== 'neither') return held.value;
  return { ok: false, code: 'conditionUndecided', detail: { flow: flow.id, condition: flow.condition, reason: { ...held.reason } } };
}
