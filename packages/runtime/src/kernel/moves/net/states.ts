import type { Plan } from '../../../plan/plan.ts';
import type { ElementId, FlowId } from '../../../words/ids.ts';
import { depthsOf } from './depths.ts';
import { goesTo } from './goesTo.ts';
import { elementAt, joinOf, keptAt, type Spot, takenAt } from './spot.ts';

/** Where tokens of a scope stand: sorted, each spot at most twice, so that there is an end to all states. */
export interface State {
  readonly key: string;
  readonly spots: readonly Spot[];
}

export function stateOf(some: readonly Spot[]): State {
  const spots = [...some].sort().filter((spot, index, all) => spot !== all[index - 2]);
  return { key: spots.join(' '), spots };
}

/**
 * What may follow by one token, or by one join that fires; undefined where all rests. Tokens that do not wait for each other are moved in one
 * order only, the one that is furthest on first: what they can come to rest in is the same in any, and ways that meet again meet soon.
 */
export function statesAfter(plan: Plan, { spots }: State): readonly State[] | undefined {
  const at = furthest(plan, spots);
  const token = spots[at];
  if (token !== undefined) return goesTo(plan, token).map((way) => stateOf([...spots.toSpliced(at, 1), ...way]));
  const joins = [...new Set(spots.flatMap((spot) => joinOf(plan, spot) ?? []))];
  const fires = joins.find((join) => mayFire(plan, join, spots));
  if (fires === undefined) return undefined;
  if (plan.incoming(fires).some((flow) => spots.includes(takenAt(flow.id)))) return afterReset(plan, fires, spots);
  const taken = new Set<Spot>(plan.incoming(fires).map((flow) => flow.id));
  const left = spots.filter((spot, index) => !taken.has(spot) || spots.indexOf(spot) !== index);
  const fired = goesTo(plan, fires).map((way) => stateOf([...left, ...way]));
  const come = [...taken].filter((flow) => spots.includes(flow));
  // How many a condition needs is not known: but never more than there are flows.
  const counts = plan.element(fires)?.activation !== undefined && come.length < taken.size;
  return counts ? [...fired, stateOf([...left, ...come.map(keptAt)])] : fired;
}

/** A gateway that has started before is reset: what came late goes on or nowhere, what came once more waits for the next start. */
function afterReset(plan: Plan, gateway: ElementId, spots: readonly Spot[]): readonly State[] {
  const flows = plan.incoming(gateway).map((flow) => flow.id);
  const late = flows.filter((flow) => !spots.includes(takenAt(flow)) && spots.includes(flow));
  const gone = new Set<Spot>([...flows.map(takenAt), ...late]);
  const left = spots.filter((spot, index) => !gone.has(spot) || spots.indexOf(spot) !== index);
  const ways = late.length > 0 ? goesTo(plan, gateway) : [];
  return [stateOf(left), ...ways.map((way) => stateOf([...left, ...way]))];
}

/** The place in the list of the token to be moved next; -1 where all wait at joins. */
function furthest(plan: Plan, spots: readonly Spot[]): number {
  const depths = depthsOf(plan);
  let best = -1;
  let depth = -1;
  for (const [index, spot] of spots.entries()) {
    const own = joinOf(plan, spot) === undefined ? (depths.get(elementAt(spot)) ?? 0) : -1;
    if (own <= depth) continue;
    best = index;
    depth = own;
  }
  return best;
}

/**
 * Only joins hold tokens here: a parallel one needs all, an inclusive one fires unless another could still send it one that it lacks. A step
 * that needs several tokens is taken to get enough.
 */
function mayFire(plan: Plan, join: ElementId, spots: readonly Spot[]): boolean {
  if (!plan.element(join)?.type.endsWith('Gateway')) return true;
  const flows = plan.incoming(join).map((flow) => flow.id);
  const isFilled = (flow: FlowId): boolean => spots.includes(flow) || spots.includes(takenAt(flow));
  const empty = flows.filter((flow) => !isFilled(flow));
  if (plan.element(join)?.type === 'parallelGateway') return empty.length === 0;
  const reaches = (from: ElementId, among: readonly FlowId[]): boolean => among.some((flow) => plan.reaching(flow).has(from));
  const full = flows.filter(isFilled);
  if (full.length === 0) return false;
  const others = spots.flatMap((spot) => joinOf(plan, spot) ?? []).filter((other) => other !== join);
  return !others.some((other) => reaches(other, empty) && !reaches(other, full));
}
