import type { ElementId, FlowId } from '../words/ids.ts';
import type { Plan } from './plan.ts';

/** Walks back from a flow to all elements from which a token can come to it, without passing the gateway that it leads to. */
export function reachingIn(plan: Plan, flow: FlowId): ReadonlySet<ElementId> {
  const found = new Set<ElementId>();
  const last = plan.flow(flow);
  if (!last || last.from === last.to) return found;
  const open = [last.from];
  for (let id = open.pop(); id; id = open.pop()) {
    if (found.has(id) || id === last.to) continue;
    found.add(id);
    open.push(...before(plan, id));
  }
  return found;
}

/** What can hand a token to this element: over flows, from the host of a boundary event, or through a link. */
function before(plan: Plan, id: ElementId): readonly ElementId[] {
  const element = plan.element(id);
  const sources = plan.incoming(id).map((flow) => flow.from);
  if (element?.attachedTo) sources.push(element.attachedTo);
  if (element?.triggers.some((trigger) => trigger.kind === 'link')) {
    const throwers = plan.inside(element.parent).filter((other) => other.type === 'intermediateThrowEvent');
    sources.push(...throwers.filter((thrower) => plan.linkTargets(thrower.id).includes(element)).map((thrower) => thrower.id));
  }
  return sources;
}
