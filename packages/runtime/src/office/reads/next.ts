import type { Element, Process } from '../../diagram/model.ts';
import { resolveAssignment, type AssignmentContext } from '../../organization/resolve.ts';
import type { Feel } from '../../words/ids.ts';
import type { Data, Json } from '../../words/json.ts';
import type { Text } from '../../words/text.ts';
import type { Definition } from '../definitions.ts';
import type { SeatRef } from '../pages.ts';
import { seatRef } from './done.ts';

/** A step that may come next, and whom it would be addressed to. */
export interface NextStep {
  readonly step: Text;
  readonly seats: readonly SeatRef[];
}

/** How far ahead is looked; gateways and events do not count as steps, but a long chain of them ends here. */
const REACH = 30;

/**
 * Where a case would go from here, so that a button can name its receiver. A foretelling, not a decision: conditions that cannot be told
 * yet are followed both ways, and the kernel alone decides in the end.
 */
export function nextSteps(about: {
  readonly definition: Definition;
  readonly from: Element;
  readonly data: Data;
  readonly context: Omit<AssignmentContext, 'data'>;
  readonly tell: (condition: Feel, data: Data) => boolean | undefined;
}): readonly NextStep[] {
  const { definition, context } = about;
  const found: NextStep[] = [];
  const seen = new Set<string>();
  const look = (element: Element, depth: number): void => {
    if (depth > REACH || seen.has(element.id)) return;
    seen.add(element.id);
    if (isStep(element) && element !== about.from) {
      const assignment = element.office.assignment ?? { kind: 'initiator' };
      const seats = new Set(
        itemsOf(element, about.data).flatMap((item) => resolveAssignment({ ...context, data: about.data, ...item }, assignment).seats),
      );
      found.push({ step: element.name, seats: [...seats].map((seat) => seatRef(context.organization, seat)) });
      return;
    }
    if (element.type === 'callActivity') {
      found.push({ step: element.name, seats: [] });
      return;
    }
    if (element.type === 'endEvent') {
      const host = element.parent && definition.plan.element(element.parent);
      if (host) for (const on of waysOn(about, host)) look(on, depth + 1);
      else found.push({ step: element.name, seats: [] });
      return;
    }
    if (element.type === 'subProcess' && element !== about.from) {
      for (const start of definition.plan.inside(element.id).filter((inside) => inside.type === 'startEvent')) look(start, depth + 1);
      return;
    }
    for (const on of waysOn(about, element)) look(on, depth + 1);
  };
  look(about.from, 0);
  return found;
}

const isStep = (element: Element): boolean => element.type === 'userTask' || element.type === 'manualTask';

function waysOn(
  about: { readonly definition: Definition; readonly data: Data; readonly tell: (condition: Feel, data: Data) => boolean | undefined },
  element: Element,
): readonly Element[] {
  const { plan } = about.definition;
  const flows = plan.outgoing(element.id);
  const told = flows.map((flow) => ({
    flow,
    holds: flow.condition ? about.tell(flow.condition, about.data) : flow.id === element.defaultFlow ? undefined : true,
  }));
  const first = element.type === 'exclusiveGateway' ? told.find((one) => one.holds === true && one.flow.condition) : undefined;
  const taken = first ? [first] : told.filter((one) => one.holds !== false);
  return taken.flatMap((one) => plan.element(one.flow.to) ?? []);
}

/** For a step of a multi-instance whose list is known, each of its items; any other step is done once. */
function itemsOf(element: Element, data: Data): readonly { readonly item?: Json }[] {
  const list = element.many?.over ? data[element.many.over] : undefined;
  return Array.isArray(list) && list.length > 0 ? (list as readonly Json[]).map((item) => ({ item })) : [{}];
}

/** The steps of a process that people do, in the order of the drawing. */
export const stepsOf = (process: Process): readonly Element[] => process.elements.filter(isStep);
