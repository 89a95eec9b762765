import type { Plan } from '../../../plan/plan.ts';
import type { ElementId, FlowId } from '../../../words/ids.ts';
import { goesTo } from './goesTo.ts';
import { joinOf, type Spot } from './spot.ts';

/** How runs from a marking of one scope can come to rest, whatever the data are and whatever fires. */
export interface Outcomes {
  /** Joins at which something can be left waiting when nothing else lives. */
  readonly stuck: ReadonlySet<ElementId>;
  /** Whether some run leaves nothing behind. */
  readonly ends: boolean;
  /** False where there were more states than are looked at. */
  readonly decided: boolean;
}

/** So many states are looked at. */
const LIMIT = 4000;

/**
 * Tries all choices from these spots. Tokens that do not wait for each other are moved one after another in one order only: what they can
 * come to rest in is the same in any. A spot counts at most twice, so that there is an end to it.
 */
export function outcomes(plan: Plan, spots: readonly Spot[]): Outcomes {
  const stuck = new Set<ElementId>();
  let ends = false;
  const seen = new Set<string>();
  const open: (readonly Spot[])[] = [normal(spots)];
  for (let state = open.pop(); state; state = open.pop()) {
    const key = state.join(' ');
    if (seen.has(key)) continue;
    if (seen.size >= LIMIT) return { stuck, ends, decided: false };
    seen.add(key);
    const next = after(plan, state);
    if (next) open.push(...next.map(normal));
    else if (state.length === 0) ends = true;
    else for (const spot of state) stuck.add(joinOf(plan, spot) ?? (spot as ElementId));
  }
  return { stuck, ends, decided: true };
}

/** Sorted, each at most twice. */
const normal = (spots: readonly Spot[]): readonly Spot[] => [...spots].sort().filter((spot, index, all) => spot !== all[index - 2]);

/** What one token, or one join, may do next; undefined where all rests. */
function after(plan: Plan, state: readonly Spot[]): readonly (readonly Spot[])[] | undefined {
  const at = state.findIndex((spot) => joinOf(plan, spot) === undefined);
  const token = state[at];
  if (token) return goesTo(plan, token).map((way) => [...state.toSpliced(at, 1), ...way]);
  const joins = [...new Set(state.flatMap((spot) => joinOf(plan, spot) ?? []))];
  const fires = joins.find((join) => mayFire(plan, join, state));
  if (!fires) return undefined;
  const taken = new Set<Spot>(plan.incoming(fires).map((flow) => flow.id));
  const left = state.filter((spot, index) => !taken.has(spot) || state.indexOf(spot) !== index);
  return goesTo(plan, fires).map((way) => [...left, ...way]);
}

/**
 * Only joins hold tokens here: a parallel one needs all, an inclusive one fires unless another could still send it one that it lacks. What
 * counts the tokens that begin it is taken to get enough.
 */
function mayFire(plan: Plan, join: ElementId, state: readonly Spot[]): boolean {
  if (!plan.element(join)?.type.endsWith('Gateway')) return true;
  const flows = plan.incoming(join).map((flow) => flow.id);
  const empty = flows.filter((flow) => !state.includes(flow));
  if (plan.element(join)?.type === 'parallelGateway') return empty.length === 0;
  const reaches = (from: ElementId, among: readonly FlowId[]): boolean => among.some((flow) => plan.reaching(flow).has(from));
  const full = flows.filter((flow) => state.includes(flow));
  const others = state.flatMap((spot) => joinOf(plan, spot) ?? []).filter((other) => other !== join);
  return !others.some((other) => reaches(other, empty) && !reaches(other, full));
}
