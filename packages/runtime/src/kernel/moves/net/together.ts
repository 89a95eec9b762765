import type { Plan } from '../../../plan/plan.ts';
import type { ElementId, FlowId } from '../../../words/ids.ts';
import { bordersOf, firesOnce, waysOf } from './goesTo.ts';
import { elementAt, firedAt, hasFired, joinOf, type Spot } from './spot.ts';

/** Which spots of a scope can be marked at one time. */
export interface Together {
  has(one: Spot, other: Spot): boolean;
}

const known = new WeakMap<Plan, Map<ElementId | null, Together>>();

/** Worked out once for the inside of a container, when first asked. */
export function togetherIn(plan: Plan, container: ElementId | null): Together {
  const ofPlan = known.get(plan) ?? new Map<ElementId | null, Together>();
  known.set(plan, ofPlan);
  const together = ofPlan.get(container) ?? workOut(plan, container);
  ofPlan.set(container, together);
  return together;
}

/** Inside an ad-hoc sub-process everything may stand beside everything. */
function workOut(plan: Plan, container: ElementId | null): Together {
  if (container && plan.element(container)?.type === 'adHocSubProcess') return { has: () => true };
  return new Pairs(plan, container);
}

/**
 * The smallest relation that holds what parts at one element, and hands on: what stands beside a spot stands beside where that spot goes
 * next; what stands beside all that a parallel join waits for stands beside what comes of it.
 */
class Pairs implements Together {
  readonly #plan: Plan;
  /** A row and a column for each spot: 3,000 elements take 9 MB, where lists of pairs would take hundreds. */
  readonly #rows = new Map<Spot, number>();
  readonly #spots: readonly Spot[];
  readonly #beside: Uint8Array;
  readonly #open: number[] = [];

  constructor(plan: Plan, container: ElementId | null) {
    this.#plan = plan;
    this.#spots = spotsIn(plan, container);
    for (const [row, spot] of this.#spots.entries()) this.#rows.set(spot, row);
    const size = this.#spots.length;
    this.#beside = new Uint8Array(size * size);
    this.#begin(container);
    for (const { id } of plan.inside(container)) this.#part(id);
    for (let pair = this.#open.pop(); pair !== undefined; pair = this.#open.pop()) {
      const [one, other] = [this.#spots[Math.floor(pair / size)], this.#spots[pair % size]];
      if (one === undefined || other === undefined) continue;
      this.#handOn(one, other);
      this.#handOn(other, one);
    }
  }

  has(one: Spot, other: Spot): boolean {
    const [row, column] = [this.#rows.get(one), this.#rows.get(other)];
    return row !== undefined && column !== undefined && this.#beside[row * this.#spots.length + column] === 1;
  }

  #add(one: Spot, other: Spot): void {
    const [row, column] = [this.#rows.get(one), this.#rows.get(other)];
    const size = this.#spots.length;
    if (row === undefined || column === undefined || this.#beside[row * size + column] === 1) return;
    this.#beside[row * size + column] = 1;
    this.#beside[column * size + row] = 1;
    this.#open.push(row * size + column);
  }

  #addAll(some: readonly Spot[], others: readonly Spot[]): void {
    for (const one of some) for (const other of others) this.#add(one, other);
  }

  /** A sub-process begins at all its entries; a process at one start, or without any at all its entries. */
  #begin(container: ElementId | null): void {
    const entries = this.#plan.entries(container).filter((entry) => container !== null || entry.type !== 'startEvent');
    this.#apart(entries.map((entry) => entry.id));
  }

  #apart(spots: readonly Spot[]): void {
    for (const [index, spot] of spots.entries()) this.#addAll([spot], spots.slice(index + 1));
  }

  /** What parts at an element: flows that are taken at once, and what comes beside a host, as often as it likes. */
  #part(id: ElementId): void {
    const { choice, always, mayBe, otherwise } = waysOf(this.#plan, id);
    if (!choice) {
      this.#apart([...always, ...mayBe]);
      this.#addAll(always, otherwise);
    }
    const beside = bordersOf(this.#plan, id).filter((event) => event.interrupting === false);
    this.#apart(beside.map((event) => event.id));
    for (const event of beside) this.#addAll([event.id], firesOnce(event) ? [firedAt(id)] : [id, firedAt(id), event.id]);
    if (this.#sendsAgain(id)) this.#addAll(always, [id, ...always]);
    const sent = [...always, ...mayBe, ...otherwise];
    if ((this.#plan.element(id)?.completionQuantity ?? 1) > 1) for (const spot of sent) this.#add(spot, spot);
  }

  /** A cycle sends a token on each time and stays. */
  #sendsAgain(id: ElementId): boolean {
    const element = this.#plan.element(id);
    if (element?.type !== 'intermediateCatchEvent') return false;
    return element.triggers.some((trigger) => trigger.kind === 'timer' && trigger.timer.form === 'cycle');
  }

  #handOn(stays: Spot, goes: Spot): void {
    const join = joinOf(this.#plan, goes);
    if (join === undefined) for (const next of this.#nextOf(goes)) this.#add(stays, next);
    else if (this.#mayFireBeside({ join, filled: goes }, stays)) this.#add(stays, join);
  }

  readonly #next = new Map<Spot, readonly Spot[]>();

  /** Where a token goes next from an element, over whatever flow or border. */
  #nextOf(spot: Spot): readonly Spot[] {
    const known = this.#next.get(spot);
    if (known) return known;
    const id = elementAt(spot);
    const { always, mayBe, otherwise } = waysOf(this.#plan, id);
    const borders = bordersOf(this.#plan, id);
    const left = borders.filter((event) => !hasFired(spot) || !firesOnce(event));
    const fired = !hasFired(spot) && borders.some(firesOnce) ? [firedAt(id)] : [];
    const next = [...always, ...mayBe, ...otherwise, ...left.map((event) => event.id), ...fired];
    this.#next.set(spot, next);
    return next;
  }

  /** Whether a join can fire while this stays where it is: an inclusive one cannot while it could come to an empty flow and no filled one. */
  #mayFireBeside({ join, filled }: { readonly join: ElementId; readonly filled: Spot }, stays: Spot): boolean {
    const flows = this.#plan.incoming(join);
    const type = this.#plan.element(join)?.type;
    if (!type?.endsWith('Gateway')) return true;
    const own = joinOf(this.#plan, stays);
    if (own === join) return this.has(stays, stays) && flows.every((flow) => this.has(flow.id, stays));
    if (type === 'parallelGateway') return flows.every((flow) => this.has(flow.id, stays));
    const place = own ?? elementAt(stays);
    if (this.#plan.reaching(filled as FlowId).has(place)) return true;
    return flows.every((flow) => this.has(flow.id, stays) || !this.#plan.reaching(flow.id).has(place));
  }
}

/** All spots inside a container: elements, hosts that have fired, and flows into joins. */
const spotsIn = (plan: Plan, container: ElementId | null): readonly Spot[] =>
  plan.inside(container).flatMap(({ id }) => {
    const flows = plan.incoming(id).map((flow) => flow.id);
    return [id, ...(bordersOf(plan, id).some(firesOnce) ? [firedAt(id)] : []), ...flows.filter((flow) => joinOf(plan, flow) !== undefined)];
  });
