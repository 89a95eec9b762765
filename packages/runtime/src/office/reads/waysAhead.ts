import type { Element, Flow } from '../../diagram/model.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Feel } from '../../words/ids.ts';
import type { NextStep } from '../pages.ts';

/** The flows that may be taken out of an element, and how what they lead to stands together. */
export interface WaysAhead {
  readonly flows: readonly Flow[];
  readonly joined: NonNullable<NextStep['joined']>;
}

/** Whether a condition will hold; undefined where that cannot be told yet. */
export type Tell = (condition: Feel) => boolean | undefined;

/**
 * What the kernel might do at an element, with what is known by now: out of an exclusive gateway one way, out of anything else every way
 * that holds, the default one where no condition does.
 */
export function waysAhead(plan: Plan, element: Element, tell: Tell): WaysAhead {
  const flows = plan.outgoing(element.id);
  if (element.type === 'eventBasedGateway') return { flows, joined: 'or' };
  const held = flows.map((flow) => ({ flow, holds: flow.condition === undefined ? true : tell(flow.condition) }));
  const open = held.filter(({ flow, holds }) => flow.id !== element.defaultFlow && holds !== false);
  const sure = open.findIndex(({ flow, holds }) => flow.condition !== undefined && holds === true);
  const taken = element.type === 'exclusiveGateway' && sure >= 0 ? open.slice(0, sure + 1) : open;
  return {
    flows: flows.filter((flow) => (flow.id === element.defaultFlow ? sure < 0 : taken.some((one) => one.flow === flow))),
    joined: element.type === 'exclusiveGateway' ? 'or' : taken.every(({ holds }) => holds === true) ? 'and' : 'andOr',
  };
}
