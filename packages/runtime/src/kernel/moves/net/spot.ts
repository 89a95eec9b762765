import type { Flow } from '../../../diagram/model.ts';
import type { Plan } from '../../../plan/plan.ts';
import type { ElementId, FlowId } from '../../../words/ids.ts';
import { isJoin } from '../../run/leave.ts';

/** Where a token can be in a scope: at an element, or at a join, over this flow. */
export type Spot = ElementId | FlowId;

/** Where a token is that has taken a flow. */
export const spotOf = (plan: Plan, flow: Flow): Spot => (isJoin(plan, flow) ? flow.id : flow.to);

/** The join at which this spot waits; undefined where it is an element. */
export function joinOf(plan: Plan, spot: Spot): ElementId | undefined {
  const flow = plan.flow(spot as FlowId);
  return flow && isJoin(plan, flow) ? flow.to : undefined;
}
