import type { Plan } from '../../../plan/plan.ts';
import type { ElementId } from '../../../words/ids.ts';
import { elementAt, joinOf, type Spot } from './spot.ts';
import { type State, stateOf, statesAfter } from './states.ts';

/** How runs from a marking of one scope can come to rest, whatever the data are and whatever fires. */
export interface Outcomes {
  /** Joins at which something can be left waiting when nothing else lives. */
  readonly stuck: ReadonlySet<ElementId>;
  /** Whether some run leaves nothing behind. */
  readonly ends: boolean;
  /** False where there were more states than are looked at. */
  readonly decided: boolean;
}

/** So many states are looked at that have not been before. */
const LIMIT = 4000;

/** So many are remembered of one definition. */
const REMEMBERED = 10_000;

/** A state, what may follow from it and what it may follow from. */
interface Node {
  readonly state: State;
  readonly before: Node[];
  readonly stuck: Set<ElementId>;
  ends: boolean;
}

const remembered = new WeakMap<Plan, Map<string, Node>>();

/** Tries all choices from these spots. What was found out is remembered, so that asking for many places costs hardly more than for one. */
export function outcomes(plan: Plan, spots: readonly Spot[]): Outcomes {
  const known = memoryOf(plan);
  const first = stateOf(spots);
  if (!known.has(first.key)) {
    const found = explored(plan, first, known);
    if (!found) return { stuck: new Set(), ends: false, decided: false };
    for (const [key, node] of found) known.set(key, node);
  }
  const node = known.get(first.key);
  return { stuck: node?.stuck ?? new Set(), ends: node?.ends ?? false, decided: true };
}

function memoryOf(plan: Plan): Map<string, Node> {
  const memory = remembered.get(plan);
  if (memory && memory.size < REMEMBERED) return memory;
  const fresh = new Map<string, Node>();
  remembered.set(plan, fresh);
  return fresh;
}

/** All new states from here on; undefined where there are too many. What a state can come to, all that it follows from can come to as well. */
function explored(plan: Plan, first: State, known: ReadonlyMap<string, Node>): ReadonlyMap<string, Node> | undefined {
  const found = new Map<string, Node>();
  const settled: Node[] = [];
  const nodeOf = (state: State): Node => {
    const node = known.get(state.key) ?? found.get(state.key) ?? { state, before: [], stuck: new Set<ElementId>(), ends: false };
    if (known.has(state.key)) settled.push(node);
    else if (!found.has(state.key)) {
      found.set(state.key, node);
      open.push(node);
    }
    return node;
  };
  const open: Node[] = [];
  nodeOf(first);
  for (let node = open.pop(); node; node = open.pop()) {
    if (found.size > LIMIT) return undefined;
    const next = statesAfter(plan, node.state);
    for (const state of next ?? []) nodeOf(state).before.push(node);
    if (next) continue;
    for (const spot of node.state.spots) node.stuck.add(joinOf(plan, spot) ?? elementAt(spot));
    node.ends = node.state.spots.length === 0;
    settled.push(node);
  }
  handBack(settled);
  return found;
}

function handBack(settled: Node[]): void {
  for (let node = settled.pop(); node; node = settled.pop()) {
    for (const before of node.before) {
      const size = before.stuck.size;
      for (const join of node.stuck) before.stuck.add(join);
      const news = before.stuck.size > size || (node.ends && !before.ends);
      before.ends ||= node.ends;
      if (news) settled.push(before);
    }
  }
}
