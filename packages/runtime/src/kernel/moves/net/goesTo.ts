import type { Element, Flow } from '../../../diagram/model.ts';
import type { Plan } from '../../../plan/plan.ts';
import type { ElementId } from '../../../words/ids.ts';
import { elementAt, hasFired, type Spot, spotOf } from './spot.ts';

/** All that may become of a token at an element, whatever the data are: each time the spots that it goes to, none where it ends. */
export function goesTo(plan: Plan, spot: Spot): readonly (readonly Spot[])[] {
  const id = elementAt(spot);
  const ways = waysOut(plan, id);
  const borders = bordersOf(plan, id).filter((event) => !hasFired(spot) || !firesOnce(event));
  const cut = borders.filter((event) => event.interrupting !== false).map((event) => [event.id]);
  const beside = borders.filter((event) => event.interrupting === false);
  return [...ways, ...cut, ...beside.flatMap((event) => ways.map((way) => [...way, event.id]))];
}

/** Events at the border over which a token can come; what undoes an activity is not one. */
export const bordersOf = (plan: Plan, id: ElementId): readonly Element[] =>
  plan.boundaries(id).filter((event) => !event.triggers.some((trigger) => trigger.kind === 'compensate'));

/** Beside its host, and not again: a moment or a span of time comes but once. */
export const firesOnce = ({ interrupting, triggers }: Element): boolean =>
  interrupting === false && triggers.every((trigger) => trigger.kind === 'timer' && trigger.timer.form !== 'cycle');

/** Flows out of an element by how they go together. */
export interface Ways {
  /** Only one of them is taken. */
  readonly choice: boolean;
  readonly always: readonly Spot[];
  readonly mayBe: readonly Spot[];
  readonly otherwise: readonly Spot[];
}

/** How a token leaves an element. A link goes on where it is caught. */
export function waysOf(plan: Plan, id: ElementId): Ways {
  const element = plan.element(id);
  const spots = (flows: readonly Flow[]): readonly Spot[] => flows.map((flow) => spotOf(plan, flow));
  const flows = plan.outgoing(id);
  const isLink = element?.type === 'intermediateThrowEvent' && element.triggers.some((trigger) => trigger.kind === 'link');
  if (!element || isLink) return { ...NONE, always: plan.linkTargets(id).map((target) => target.id) };
  if (CHOOSES.has(element.type)) return { ...NONE, choice: true, mayBe: spots(flows) };
  if (element.type === 'parallelGateway' || element.type.endsWith('Event')) return { ...NONE, always: spots(flows) };
  return {
    choice: false,
    always: spots(flows.filter((flow) => flow.id !== element.defaultFlow && flow.condition === undefined)),
    mayBe: spots(flows.filter((flow) => flow.id !== element.defaultFlow && flow.condition !== undefined)),
    otherwise: spots(flows.filter((flow) => flow.id === element.defaultFlow)),
  };
}

const NONE: Ways = { choice: false, always: [], mayBe: [], otherwise: [] };
const CHOOSES: ReadonlySet<string> = new Set(['exclusiveGateway', 'eventBasedGateway']);

/** More conditions than these are not tried in all their combinations. */
const COMBINED = 5;

function waysOut(plan: Plan, id: ElementId): readonly (readonly Spot[])[] {
  const { choice, always, mayBe, otherwise } = waysOf(plan, id);
  if (choice) return mayBe.length > 0 ? mayBe.map((spot) => [spot]) : [[]];
  const chosen = mayBe.length > COMBINED ? [...mayBe.map((spot) => [spot]), mayBe] : subsets(mayBe);
  const ways = chosen.map((some) => [...always, ...some]);
  const without = [...always, ...otherwise];
  // Where no condition holds and nothing else leads on, the token stands still with an incident: that is no way.
  return without.length > 0 || ways.length === 0 ? [...ways, without] : ways;
}

/** All but the empty one. */
const subsets = ([first, ...rest]: readonly Spot[]): readonly (readonly Spot[])[] => {
  if (first === undefined) return [];
  const others = subsets(rest);
  return [[first], ...others, ...others.map((some) => [first, ...some])];
};
