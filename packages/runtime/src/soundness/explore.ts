import type { Token } from '../kernel/marking.ts';
import type { ElementId, FlowId } from '../words/ids.ts';
import type { Refused } from '../words/refusal.ts';
import type { Act } from './act.ts';
import { beginnings, happenings } from './acts.ts';
import { isApart } from './apart.ts';
import { type Flaw, flawIn } from './flaw.ts';
import type { Model } from './model.ts';
import { type Performed, perform } from './perform.ts';
import { type State, stateKey } from './state.ts';

/** A state that a run can come to, by the shortest way. */
export interface Node {
  readonly state: State;
  readonly from: Node | undefined;
  readonly act: Act;
  readonly flaw: Flaw | undefined;
  /** States from which one act leads here. */
  readonly before: Node[];
}

/** Why not everything was seen. */
export type Gap =
  | { readonly why: 'tooManyStates'; readonly states: number }
  | { readonly why: 'tooManyChoices'; readonly element: ElementId }
  | { readonly why: 'notRun'; readonly refused: Refused };

export interface Explored {
  /** In the order in which they were found: nearer ones first. */
  readonly nodes: readonly Node[];
  readonly reached: ReadonlySet<ElementId>;
  readonly taken: ReadonlySet<FlowId>;
  readonly gap: Gap | undefined;
  /** Whether every order was tried, so that no run to a state is shorter than the one that was found. */
  readonly whole: boolean;
}

/** How much is looked at: states in all, and after the first thing that is wrong. */
export interface Bounds {
  readonly states: number;
  readonly afterFlaw: number;
  /** Whether orders that make no difference are tried as well: for the shortest run, and to prove that they make none. */
  readonly everyOrder: boolean;
  /** Enough once all of these were found, each as `flawKey` names it. */
  readonly until?: ReadonlySet<string>;
}

export const flawKey = ({ kind, element }: Flaw): string => `${kind} ${element}`;

/** Goes through all that can happen, breadth first, until everything was seen or the bound is met. Nothing wrong is gone on from. */
export function explore(model: Model, bounds: Bounds): Explored {
  const search = new Search(model, bounds);
  for (const { start, acts } of beginnings(model)) {
    if (acts) for (const act of acts) search.take(undefined, search.tried(undefined, act));
    else search.gap ??= { why: 'tooManyChoices', element: start };
  }
  for (let next = search.next(); next; next = search.next()) search.expand(next);
  return search;
}

/** An act that the kernel has done, not yet taken into what is known. */
interface Tried {
  readonly act: Act;
  readonly performed: Performed;
  readonly flaw: Flaw | undefined;
  readonly key: string;
}

/** What one token can do, or what only an event that waits for nobody can. */
interface Group {
  readonly token: Token | undefined;
  readonly acts: Act[];
}

class Search implements Explored {
  readonly nodes: Node[] = [];
  readonly reached = new Set<ElementId>();
  readonly taken = new Set<FlowId>();
  gap: Gap | undefined;
  whole = true;
  /** By key, where each stands in the list. */
  readonly #known = new Map<string, number>();
  readonly #model: Model;
  readonly #bounds: Bounds;
  readonly #seen = new Set<string>();
  #done = 0;
  #most: number;

  constructor(model: Model, bounds: Bounds) {
    this.#model = model;
    this.#bounds = bounds;
    this.#most = bounds.states;
  }

  next(): Node | undefined {
    for (;;) {
      const node = this.nodes[this.#done];
      this.#done += 1;
      if (!node || this.gap) return undefined;
      if (!node.flaw && !node.state.ended) return node;
    }
  }

  expand(node: Node): void {
    const groups = this.#groups(node);
    const tried: (readonly (Tried | undefined)[])[] = [];
    // Whoever moved last goes on, so that one branch is gone through before the next.
    for (const { token, acts } of groups.toReversed()) {
      const results = acts.map((act) => this.tried(node, act));
      if (groups.length > 1 && token && !this.#bounds.everyOrder && this.#goesFirst(node, { token, acts }, results)) {
        this.whole = false;
        for (const result of results) this.take(node, result);
        return;
      }
      tried.push(results);
    }
    for (const result of tried.toReversed().flat()) this.take(node, result);
  }

  #groups({ state }: Node): readonly Group[] {
    const groups = new Map<string | null, Group>();
    for (const { wait, acts } of happenings(this.#model, state)) {
      if (!acts) this.gap ??= { why: 'tooManyChoices', element: wait.element };
      const token = state.marking.tokens.find(({ visit }) => visit === wait.visit);
      const group = groups.get(wait.visit) ?? { token, acts: [] };
      group.acts.push(...(acts ?? []));
      groups.set(wait.visit, group);
    }
    return [...groups.values()];
  }

  /** Something new must come of it, or another branch might be put off for ever in a circle. */
  #goesFirst(
    node: Node,
    about: { readonly token: Token; readonly acts: readonly Act[] },
    results: readonly (Tried | undefined)[],
  ): boolean {
    const done = results.flatMap((result) => (result && !result.flaw ? [result] : []));
    if (done.length === 0 || done.length < results.length) return false;
    if (!done.some(({ key }) => (this.#known.get(key) ?? this.nodes.length) >= this.#done)) return false;
    return isApart(this.#model, node.state, { ...about, results: done.map(({ performed }) => performed) });
  }

  tried(from: Node | undefined, act: Act): Tried | undefined {
    const performed = perform(this.#model, from?.state, act);
    if (!performed.ok) {
      this.gap ??= { why: 'notRun', refused: performed };
      return undefined;
    }
    const flaw = flawIn(performed.state.marking, performed.effects, act.element);
    if (flaw && isThrownToCaller(this.#model, flaw)) {
      const state: State = { ...performed.state, ended: true };
      return { act, performed: { ...performed, state }, flaw: undefined, key: stateKey(state) };
    }
    const key = stateKey(performed.state);
    return { act, performed, flaw, key: flaw ? `${key}!${flawKey(flaw)}` : key };
  }

  take(from: Node | undefined, tried: Tried | undefined): void {
    if (!tried || this.gap) return;
    const { act, performed, flaw, key } = tried;
    this.#note(performed);
    const known = this.nodes[this.#known.get(key) ?? -1];
    if (known) {
      if (from) known.before.push(from);
      return;
    }
    this.#known.set(key, this.nodes.length);
    this.nodes.push({ state: performed.state, from, act, flaw, before: from ? [from] : [] });
    // A step that never comes to rest costs as much as thousands of others.
    if (flaw?.kind === 'endless') this.#most = this.nodes.length;
    if (flaw) this.#seen.add(flawKey(flaw));
    if (this.#bounds.until && [...this.#bounds.until].every((key) => this.#seen.has(key))) this.#most = this.nodes.length;
    if (flaw) this.#most = Math.min(this.#most, this.nodes.length + this.#bounds.afterFlaw);
    if (this.nodes.length >= this.#most) this.gap = { why: 'tooManyStates', states: this.nodes.length };
  }

  #note({ effects, state }: Performed): void {
    for (const { element } of state.marking.tokens) this.reached.add(element);
    for (const effect of effects) {
      if (effect.kind === 'passed') this.reached.add(effect.pass.element);
      if (effect.kind !== 'took') continue;
      this.taken.add(effect.flow);
      const to = this.#model.plan.flow(effect.flow)?.to;
      if (to) this.reached.add(to);
    }
  }
}

/** An error that ends a process which is only called is for the caller to catch: the caller is checked for it. */
const isThrownToCaller = ({ process }: Model, { kind }: Flaw): boolean => kind === 'errorUncaught' && process.office.starters.length === 0;
