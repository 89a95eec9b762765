import type { Token } from '../kernel/marking.ts';
import type { ElementId, FlowId } from '../words/ids.ts';
import type { Json } from '../words/json.ts';
import type { Refused } from '../words/refusal.ts';
import type { Act } from './act.ts';
import { beginnings, type Happening, happenings } from './acts.ts';
import type { Allowance } from './allowance.ts';
import { isApart } from './apart.ts';
import { costOf } from './costOf.ts';
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
  /** Acts on the way here. */
  readonly depth: number;
}

/** Why not everything was seen. */
export type Gap =
  | { readonly why: 'tooManyStates'; readonly states: number }
  | { readonly why: 'tooMuchWork'; readonly states: number }
  | { readonly why: 'tooManyChoices'; readonly element: ElementId }
  | { readonly why: 'notRun'; readonly refused: Refused };

export interface Explored {
  /** In the order in which they were found: nearer ones first. */
  readonly nodes: readonly Node[];
  readonly reached: ReadonlySet<ElementId>;
  readonly taken: ReadonlySet<FlowId>;
  /** Errors in which the process ends for whoever calls it. */
  readonly thrown: ReadonlySet<string>;
  readonly gap: Gap | undefined;
  /** States from which an act passes what runs are not gone on behind. */
  readonly passing: ReadonlySet<Node>;
  /** Whether every order was tried, so that no run to a state is shorter than the one that was found. */
  readonly whole: boolean;
  /** Whether orders were left out that may make a difference: then what was not found may be there. */
  readonly skimmed: boolean;
}

/** How much is looked at: states in all, and after the first thing that is wrong. */
export interface Bounds {
  readonly states: number;
  /** How much the kernel may do for it: tokens, waits and effects of all steps. Absent: as much as there is. */
  readonly work?: number;
  /** What this may spend of it together with others; absent: nothing is shared. */
  readonly allowance?: Allowance;
  readonly afterFlaw: number;
  /**
   * Which orders are tried of what can happen beside each other. `every`: also those that make no difference, for the shortest run, and to
   * prove that they make none. `needed`: those that may make one. `one`: whoever moved last goes on; finds most at little cost, proves nothing.
   */
  readonly orders: 'every' | 'needed' | 'one';
  /** Enough once all of these were found, each as `flawKey` names it. */
  readonly until?: ReadonlySet<string>;
  /** Runs that pass one of these are not gone on with. */
  readonly past?: ReadonlySet<ElementId>;
  /** Waits for a message or a signal at these nobody outside ends. */
  readonly silent?: ReadonlySet<ElementId>;
  /** Runs of so many acts are not gone on with. */
  readonly depth?: number;
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
  readonly happenings: Happening[];
}

class Search implements Explored {
  readonly nodes: Node[] = [];
  readonly reached = new Set<ElementId>();
  readonly taken = new Set<FlowId>();
  readonly thrown = new Set<string>();
  readonly passing = new Set<Node>();
  gap: Gap | undefined;
  whole = true;
  skimmed = false;
  /** By key, where each stands in the list. */
  readonly #known = new Map<string, number>();
  readonly #model: Model;
  readonly #bounds: Bounds;
  readonly #seen = new Set<string>();
  #done = 0;
  #work = 0;
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
      if (node.depth === this.#bounds.depth) {
        this.gap = { why: 'tooManyStates', states: this.nodes.length };
        return undefined;
      }
      if (!node.flaw && !node.state.ended) return node;
    }
  }

  expand(node: Node): void {
    const all = this.#groups(node);
    // A pause ends before anything else happens, but for what is apart from it.
    const paused = all.find(({ token }) => token && this.#model.pauses.has(token.element));
    const groups = paused && this.#bounds.orders === 'every' ? [paused] : all;
    const tried: (readonly (Tried | undefined)[])[] = [];
    // Whoever moved last goes on, so that one branch is gone through before the next.
    for (const group of groups.toReversed()) {
      const { token } = group;
      const acts = this.#actsOf(group);
      const results = acts.map((act) => this.tried(node, act));
      if (groups.length > 1 && token && this.#goesFirst(node, { token, acts }, results)) {
        this.whole = false;
        for (const result of results) this.take(node, result);
        return;
      }
      tried.push(results);
      if (this.skimmed) for (const result of results) if (result?.flaw) this.take(node, result);
    }
    const first = paused && tried.toReversed()[groups.indexOf(paused)];
    if (first) {
      if (groups.length > 1) this.whole = false;
      for (const result of first) this.take(node, result);
      return;
    }
    const one = this.#bounds.orders === 'one' && tried.length > 1 ? tried.find((results) => this.#leadsOn(results)) : undefined;
    if (one) this.whole = false;
    if (one) this.skimmed = true;
    for (const result of one ?? tried.toReversed().flat()) this.take(node, result);
  }

  #groups({ state }: Node): readonly Group[] {
    const tokens = new Map<string, Token>(state.marking.tokens.map((token) => [token.visit, token]));
    const groups = new Map<string | null, Group>();
    for (const happening of happenings(this.#model, state)) {
      const { wait, kind } = happening;
      if (this.#bounds.silent?.has(wait.element) && (kind === 'message' || kind === 'signal')) continue;
      const group = groups.get(wait.visit);
      if (group) group.happenings.push(happening);
      else groups.set(wait.visit, { token: wait.visit === null ? undefined : tokens.get(wait.visit), happenings: [happening] });
    }
    return [...groups.values()];
  }

  #actsOf(group: Group): readonly Act[] {
    return group.happenings.flatMap(({ wait, acts }) => {
      const found = acts();
      if (!found) this.gap ??= { why: 'tooManyChoices', element: wait.element };
      return found ?? [];
    });
  }

  #goesFirst(
    node: Node,
    about: { readonly token: Token; readonly acts: readonly Act[] },
    results: readonly (Tried | undefined)[],
  ): boolean {
    if (this.#bounds.orders === 'every' || !this.#leadsOn(results, about.token.element)) return false;
    if (this.skimmed) return true;
    // To see whether it is apart costs about as much as doing it.
    for (const result of results) this.#spend(costOf(node.state.marking, result?.performed.effects ?? []));
    return isApart(this.#model, node.state, { ...about, results: results.flatMap((result) => result?.performed ?? []) });
  }

  /** Something new must come of it, or another branch might be put off for ever in a circle – but where no circle leads to. */
  #leadsOn(results: readonly (Tried | undefined)[], at?: ElementId): boolean {
    const done = results.flatMap((result) => (result && !result.flaw ? [result] : []));
    if (done.length === 0 || done.length < results.length) return false;
    if (at !== undefined && this.#model.once.has(at)) return true;
    return done.some(({ key }) => (this.#known.get(key) ?? this.nodes.length) >= this.#done);
  }

  tried(from: Node | undefined, act: Act): Tried | undefined {
    const performed = perform(this.#model, from?.state, act);
    if (!performed.ok) {
      this.gap ??= { why: 'notRun', refused: performed };
      return undefined;
    }
    const { marking } = performed.state;
    this.#spend(costOf(marking, performed.effects));
    const flaw = flawIn(performed, { act, pauses: this.#model.pauses });
    if (flaw && isThrownToCaller(this.#model, flaw)) {
      const state: State = { ...performed.state, ended: true };
      for (const { code, detail } of performed.state.marking.incidents) if (code === 'errorUncaught') this.thrown.add(codeIn(detail));
      return { act, performed: { ...performed, state }, flaw: undefined, key: stateKey(state, this.#model.tellsItems) };
    }
    const key = stateKey(performed.state, this.#model.tellsItems);
    return { act, performed, flaw, key: flaw ? `${key}!${flawKey(flaw)}` : key };
  }

  #spend(work: number): void {
    const { allowance, work: most = Number.POSITIVE_INFINITY } = this.#bounds;
    this.#work += work;
    allowance?.spend(work);
    if (this.#work > most || allowance?.isSpent) this.gap ??= { why: 'tooMuchWork', states: this.nodes.length };
  }

  take(from: Node | undefined, tried: Tried | undefined): void {
    if (!tried || this.gap) return;
    if (this.#isPast(tried.performed)) {
      if (from) this.passing.add(from);
      return;
    }
    const { act, performed, flaw, key } = tried;
    this.#note(performed);
    const known = this.nodes[this.#known.get(key) ?? -1];
    if (known) {
      if (from) known.before.push(from);
      return;
    }
    this.#known.set(key, this.nodes.length);
    this.nodes.push({ state: performed.state, from, act, flaw, before: from ? [from] : [], depth: from ? from.depth + 1 : 1 });
    // A step that never comes to rest costs as much as thousands of others.
    if (flaw?.kind === 'endless') this.#most = this.nodes.length;
    if (flaw) this.#noteFlaw(flaw);
    if (this.nodes.length >= this.#most) this.gap = { why: 'tooManyStates', states: this.nodes.length };
  }

  #isPast({ effects }: Performed): boolean {
    const { past } = this.#bounds;
    return past !== undefined && effects.some((effect) => effect.kind === 'passed' && past.has(effect.pass.element));
  }

  #noteFlaw(flaw: Flaw): void {
    const { until, afterFlaw } = this.#bounds;
    this.#seen.add(flawKey(flaw));
    this.#most = Math.min(this.#most, this.nodes.length + afterFlaw);
    if (until && [...until].every((key) => this.#seen.has(key))) this.#most = this.nodes.length;
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
const isThrownToCaller = ({ called }: Model, { kind }: Flaw): boolean => kind === 'errorUncaught' && called;

const codeIn = (detail: Json): string =>
  detail !== null && typeof detail === 'object' && 'code' in detail && typeof detail.code === 'string' ? detail.code : 'error';
