import type { Flow } from '../diagram/model.ts';
import type { Marking, Token } from '../kernel/marking.ts';
import type { ElementId, FlowId } from '../words/ids.ts';
import type { Model } from './model.ts';
import { reachesOver } from './reachesOver.ts';

/** Where all other tokens of a run could come while one of them stays where it is. */
export interface Others {
  readonly elements: ReadonlySet<ElementId>;
  readonly flows: ReadonlySet<FlowId>;
}

/**
 * Walks on from every other token, through a join only where its branches can all come without the one that stays: more than can really
 * happen, never less. Undefined where something could reach over to the token that stays: an end of everything, an error, a signal.
 */
export function othersOf(model: Model, marking: Marking, staying: Token): Others | undefined {
  const around = new Set<ElementId>();
  for (let at = model.plan.element(staying.element)?.parent ?? null; at !== null; at = model.plan.element(at)?.parent ?? null)
    around.add(at);
  const walk = new Walk(
    model,
    [staying.element, ...around],
    marking.arrivals.map(({ flow }) => flow),
  );
  for (const token of marking.tokens) if (token !== staying && !around.has(token.element)) walk.come(token.element);
  for (const wait of marking.waits) {
    if (wait.visit === staying.visit) continue;
    const event = model.plan.element(wait.element);
    const beside = wait.visit === null || marking.tokens.some(({ visit, element }) => visit === wait.visit && around.has(element));
    if (!event || !beside) continue;
    if (event.interrupting !== false) return undefined;
    walk.come(event.id);
  }
  return walk.whole() ? walk : undefined;
}

class Walk implements Others {
  readonly elements = new Set<ElementId>();
  readonly flows = new Set<FlowId>();
  readonly #model: Model;
  /** Where the one that stays is, and what it is inside of. */
  readonly #stays: readonly ElementId[];
  readonly #arrived: ReadonlySet<FlowId>;
  readonly #open: ElementId[] = [];

  constructor(model: Model, stays: readonly ElementId[], arrived: readonly FlowId[]) {
    this.#model = model;
    this.#stays = stays;
    this.#arrived = new Set(arrived);
  }

  come(element: ElementId): void {
    if (this.elements.has(element)) return;
    this.elements.add(element);
    this.#open.push(element);
  }

  /** Walks until there is nothing new; false where something reaches over. */
  whole(): boolean {
    const { plan } = this.#model;
    for (let id = this.#open.pop(); id !== undefined; id = this.#open.pop()) {
      const element = plan.element(id);
      if (!element) continue;
      if (reachesOver(element)) return false;
      for (const flow of plan.outgoing(id)) {
        this.flows.add(flow.id);
        if (!this.#waitsFor(flow.to)) this.come(flow.to);
      }
      for (const event of plan.boundaries(id)) this.come(event.id);
      if (element.type === 'intermediateThrowEvent') for (const target of plan.linkTargets(id)) this.come(target.id);
      if (/Process$|^transaction$/.test(element.type))
        for (const inner of plan.inside(id)) if (inner.incoming.length === 0) this.come(inner.id);
      if (element.parent !== null && !this.#stays.includes(element.parent)) this.come(element.parent);
    }
    return true;
  }

  /** A join stays shut as long as one of its branches can only come from the token that stays, or still waits for that one. */
  #waitsFor(id: ElementId): boolean {
    const { plan } = this.#model;
    const join = plan.element(id);
    const incoming = plan.incoming(id);
    if (!join || incoming.length < 2) return false;
    const filled = (flow: Flow): boolean => this.flows.has(flow.id) || this.#arrived.has(flow.id);
    if (join.type === 'parallelGateway') return !incoming.every(filled);
    if (join.type !== 'inclusiveGateway') return false;
    const stays = this.#stays.find((one) => plan.element(one)?.parent === join.parent);
    const awaited = incoming.filter((flow) => stays !== undefined && plan.reaching(flow.id).has(stays));
    return awaited.length > 0 && !awaited.some(filled);
  }
}
