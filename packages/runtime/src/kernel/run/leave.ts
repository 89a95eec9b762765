import type { Flow } from '../../diagram/model.ts';
import type { Plan } from '../../plan/plan.ts';
import type { ScopeId, VisitId } from '../../words/ids.ts';
import type { Token } from '../marking.ts';
import { closeVisit } from './close.ts';
import { raise } from './incident.ts';
import { isActivity } from './isActivity.ts';
import type { Place } from './place.ts';
import type { Run } from './run.ts';
import { spawn } from './token.ts';
import type { Ways } from './sequenceFlow.ts';

/** A token goes on over these flows, or stays with an incident where they could not be told. */
export function leave(run: Run, place: Place, ways: Ways): void {
  const { token, plan } = place;
  if (goStraightBack(run, token)) return;
  if (!ways.ok) return raise(run, token, { code: ways.code, detail: ways.detail });
  closeVisit(run, token, 'completed');
  take(run, plan, { flows: ways.flows, from: token.visit, scope: token.scope, side: token.side });
}

/** What goes over flows. */
export interface Going {
  readonly flows: readonly Flow[];
  readonly from: VisitId;
  readonly scope: ScopeId;
  readonly side?: VisitId | undefined;
}

/** Takes flows in the given order: to a join as an arrival, to anything else as a token. */
export function take(run: Run, plan: Plan, { flows, from, scope, side }: Going): void {
  for (const flow of flows) {
    run.effects.push({ kind: 'took', flow: flow.id, scope });
    if (isJoin(plan, flow)) {
      run.arrivals = [...run.arrivals, { join: flow.to, flow: flow.id, scope, from }];
      run.queue.push({ do: 'join', join: flow.to, scope });
    } else spawn(run, { element: flow.to, scope, from: [from], side });
  }
  if (flows.length === 0) run.queue.push({ do: 'drained', scope });
}

/** Whether tokens wait for each other where this flow ends. */
export function isJoin(plan: Plan, flow: Flow): boolean {
  const to = plan.element(flow.to);
  if (to?.type === 'parallelGateway' || to?.type === 'inclusiveGateway') return plan.incoming(flow.to).length > 1;
  if (to?.type === 'complexGateway' || (to && to.startQuantity > 1)) return true;
  // In an ad-hoc sub-process somebody chooses when what is ready begins.
  return to !== undefined && to.parent !== null && plan.element(to.parent)?.type === 'adHocSubProcess' && isActivity(to);
}

/** "Straight back": the returner's token is put where it was, instead of any flow being taken. */
function goStraightBack(run: Run, token: Token): boolean {
  if (run.parked.length === 0) return false;
  const parked = run.parked.find((waiting) => waiting.until === token.visit);
  if (!parked) return false;
  run.parked = run.parked.filter((waiting) => waiting !== parked);
  closeVisit(run, token, 'completed');
  const back = spawn(run, parked.token);
  // Whoever had sent the case back to the returner in turn still waits for them.
  run.parked = run.parked.map((waiting) => (waiting.until === parked.token.visit ? { ...waiting, until: back.visit } : waiting));
  return true;
}
