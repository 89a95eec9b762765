import { canonical, type Json } from '../words/json.ts';
import type { Act } from './act.ts';
import { happenings } from './acts.ts';
import { Allowance } from './allowance.ts';
import { costOf } from './costOf.ts';
import { flawKey, type Node } from './explore.ts';
import { flawIn } from './flaw.ts';
import type { Model } from './model.ts';
import { perform } from './perform.ts';

/** What may be done anew for one run, as `costOf` tells it. */
const MOST = 100_000;

/** The run to something wrong without the acts that it does not need: each is left out once, with all that cannot be done without it. */
export function leftOut(model: Model, last: Node, whole = new Allowance()): Node {
  let shortest = last;
  const left = new Allowance(MOST, whole);
  for (let at = 1; at < shortest.depth - 1 && !left.isSpent; ) {
    const run = runTo(shortest);
    const again = new Replay(model, last, left);
    const shorter = again.from(
      run[at - 1],
      run.slice(at + 1).map(({ act }) => act),
    );
    if (shorter) shortest = shorter;
    else at += 1;
  }
  return shortest;
}

function runTo(last: Node): readonly Node[] {
  const nodes: Node[] = [];
  for (let node: Node | undefined = last; node; node = node.from) nodes.unshift(node);
  return nodes;
}

/** The same acts from another state: visits have other numbers there, and what cannot be done is passed over. */
class Replay {
  readonly #model: Model;
  readonly #sought: string | undefined;
  readonly #allowance: Allowance;

  constructor(model: Model, { flaw }: Node, allowance: Allowance) {
    this.#model = model;
    this.#allowance = allowance;
    this.#sought = flaw && flawKey(flaw);
  }

  /** Where the same is wrong, if it comes to that. */
  from(begun: Node | undefined, acts: readonly Act[]): Node | undefined {
    let node = begun;
    let possible = node && this.#possible(node);
    for (const wanted of acts) {
      const act = possible?.find((one) => sameAct(one, wanted));
      if (this.#allowance.isSpent) return undefined;
      if (!node || !act) continue;
      node = this.#after(node, act);
      if (!node || node.state.ended) return undefined;
      if (node.flaw) return flawKey(node.flaw) === this.#sought ? node : undefined;
      possible = this.#possible(node);
    }
    return undefined;
  }

  #possible = ({ state }: Node): readonly Act[] => happenings(this.#model, state).flatMap(({ acts }) => acts() ?? []);

  #after(node: Node, act: Act): Node | undefined {
    const performed = perform(this.#model, node.state, act);
    if (!performed.ok) return undefined;
    this.#allowance.spend(costOf(performed.state.marking, performed.effects));
    const flaw = flawIn(performed, { act, pauses: this.#model.pauses });
    return { state: performed.state, from: node, act, flaw, before: [node], depth: node.depth + 1 };
  }
}

const sameAct = (one: Act, other: Act): boolean =>
  one.kind === other.kind && one.element === other.element && chosenIn(one) === chosenIn(other);

const chosenIn = ({ choices }: Act): string => canonical(choices.map(({ name, value }): Json => [name, value]));
