import type { Flow } from '../../../diagram/model.ts';
import type { Plan } from '../../../plan/plan.ts';
import { id, type ElementId, type FlowId } from '../../../words/ids.ts';
import { isJoin } from '../../run/leave.ts';

/**
 * Where a token can be in a scope: at an element, or at a join, over this flow. A host whose timers at the border have fired, those that do
 * so but once, is a spot of its own.
 */
export type Spot = ElementId | FlowId;

const FIRED = '#fired';

export const firedAt = (element: ElementId): Spot => id<'bpmn'>(`${element}${FIRED}`);

export const hasFired = (spot: Spot): boolean => spot.endsWith(FIRED);

const KEPT = '#kept';

/** At a complex gateway that does not get as many tokens as its condition asks for: over this flow one waits there for ever. */
export const keptAt = (flow: Spot): Spot => id<'bpmn'>(`${flow}${KEPT}`);

const TAKEN = '#taken';

/** At a complex gateway that has started and waits to be reset: the token of this flow has been taken. */
export const takenAt = (flow: FlowId): Spot => id<'bpmn'>(`${flow}${TAKEN}`);

/** The flow over which a token came to a join, whatever has become of it there. */
const flowAt = (spot: Spot): FlowId => id(spot.replace(/#(kept|taken)$/, ''));

/** The element of a spot that is no flow. */
export const elementAt = (spot: Spot): ElementId => id(hasFired(spot) ? spot.slice(0, -FIRED.length) : spot);

/** Where a token is that has taken a flow. */
export const spotOf = (plan: Plan, flow: Flow): Spot => (isJoin(plan, flow) ? flow.id : flow.to);

/** The join at which this spot waits; undefined where it is an element. */
export function joinOf(plan: Plan, spot: Spot): ElementId | undefined {
  const flow = plan.flow(flowAt(spot));
  return flow && isJoin(plan, flow) ? flow.to : undefined;
}
