import type { Element, Process } from '../../diagram/model.ts';
import { resolveAssignment, type AssignmentContext } from '../../organization/resolve.ts';
import type { Feel } from '../../words/ids.ts';
import type { Data, Json } from '../../words/json.ts';
import type { Definition } from '../definitions.ts';
import type { NextStep } from '../pages.ts';
import { seatRef } from './done.ts';
import { waysAhead, type WaysAhead } from './waysAhead.ts';

/** How far ahead is looked; gateways and events do not count as steps, but a long chain of them ends here. */
const REACH = 30;

/** A fork on the way to a step: the flow taken there, and how what its flows lead to stands together. */
interface Fork {
  readonly flow: string;
  readonly joined: WaysAhead['joined'];
}

interface About {
  readonly definition: Definition;
  readonly from: Element;
  readonly data: Data;
  readonly context: Omit<AssignmentContext, 'data'>;
  /** Undefined where it cannot be told yet: then all ways are followed. */
  readonly tell: (condition: Feel, data: Data) => boolean | undefined;
}

/**
 * Where a case would go from here, so that a button can name its receiver, each step with how it stands to the one before it. A
 * foretelling, not a decision: conditions that cannot be told yet are followed both ways, and the kernel alone decides in the end.
 */
export function nextSteps(about: About): readonly NextStep[] {
  const found = stepsAhead(about);
  return found.map(({ step, past }, index) => {
    const before = found[index - 1];
    return before ? { ...step, joined: joinedBy(before.past, past) } : step;
  });
}

/** How two steps stand to each other is said by the fork at which their ways part. */
function joinedBy(one: readonly Fork[], other: readonly Fork[]): WaysAhead['joined'] {
  return other.find((fork, index) => fork.flow !== one[index]?.flow)?.joined ?? 'or';
}

function stepsAhead(about: About): readonly { readonly step: NextStep; readonly past: readonly Fork[] }[] {
  const { plan } = about.definition;
  const found: { readonly step: NextStep; readonly past: readonly Fork[] }[] = [];
  const seen = new Set<string>();
  const goOn = (element: Element, past: readonly Fork[], depth: number): void => {
    const { flows, joined } = waysAhead(plan, element, (condition) => about.tell(condition, about.data));
    for (const flow of flows) {
      const to = plan.element(flow.to);
      if (to) look(to, flows.length > 1 ? [...past, { flow: flow.id, joined }] : past, depth + 1);
    }
  };
  const look = (element: Element, past: readonly Fork[], depth: number): void => {
    if (depth > REACH || seen.has(element.id)) return;
    seen.add(element.id);
    const add = (seats: NextStep['seats']): void => void found.push({ step: { step: element.name, seats }, past });
    if (isStep(element)) return add(seatsOf(about, element));
    if (element.type === 'callActivity') return add([]);
    // Nothing begins by itself in there: it lies with all who may choose.
    if (element.adHoc) return add(seatsOf(about, ...plan.inside(element.id).filter((inside) => isStep(inside) && !inside.many)));
    const host = element.type === 'endEvent' && element.parent ? plan.element(element.parent) : undefined;
    if (host) return goOn(host, past, depth);
    if (element.type === 'endEvent') return add([]);
    if (element.type !== 'subProcess' && element.type !== 'transaction') return goOn(element, past, depth);
    for (const start of plan.inside(element.id).filter((inside) => inside.type === 'startEvent')) look(start, past, depth + 1);
  };
  goOn(about.from, [], 0);
  return found;
}

function seatsOf({ context, data }: About, ...steps: readonly Element[]): NextStep['seats'] {
  const seats = steps.flatMap((step) => {
    const assignment = step.office.assignment ?? { kind: 'initiator' };
    return itemsOf(step, data).flatMap((item) => resolveAssignment({ ...context, data, ...item }, assignment).seats);
  });
  return [...new Set(seats)].map((seat) => seatRef(context.organization, seat));
}

const isStep = (element: Element): boolean => element.type === 'userTask' || element.type === 'manualTask';

/** For a step of a multi-instance whose list is known, each of its items; any other step is done once. */
function itemsOf(element: Element, data: Data): readonly { readonly item?: Json }[] {
  const list = element.many?.over ? data[element.many.over] : undefined;
  return Array.isArray(list) && list.length > 0 ? (list as readonly Json[]).map((item) => ({ item })) : [{}];
}

/** The steps of a process that people do, in the order of the drawing. */
export const stepsOf = (process: Process): readonly Element[] => process.elements.filter(isStep);
