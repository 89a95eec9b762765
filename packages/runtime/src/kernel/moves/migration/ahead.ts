import type { Plan } from '../../../plan/plan.ts';
import type { ElementId, FlowId, ScopeId } from '../../../words/ids.ts';
import type { ScopeKind } from '../../marking.ts';
import { scopeOf, type Run } from '../../run/run.ts';
import type { MigrationObstacle } from './obstacle.ts';
import type { Moving } from './moving.ts';

/** Where the tokens of a scope are, in one of the two versions. */
interface Standing {
  readonly plan: Plan;
  /** Tokens, and joins at which some wait. */
  readonly places: readonly ElementId[];
  readonly arrived: ReadonlySet<FlowId>;
}

/**
 * What would go wrong later, that went well before: a join that all branches must reach and one never will, and steps that ran beside
 * each other and would follow one another, so that what comes after runs twice.
 */
export function obstaclesAhead(run: Run, moving: Moving): readonly MigrationObstacle[] {
  return [...moving.scopes].flatMap((scope) =>
    APART.has(scopeOf(run, scope).kind) ? [] : [...starving(run, moving, scope), ...twice(run, moving, scope)],
  );
}

/** Their tokens take no flows: they report to the whole. */
const APART: ReadonlySet<ScopeKind> = new Set(['many', 'item', 'loop', 'undo', 'adHoc']);

function starving(run: Run, moving: Moving, scope: ScopeId): readonly MigrationObstacle[] {
  const targets = moving.targets(scope);
  const old = standingIn(run, scope, targets.from);
  const [first] = old.places;
  if (first === undefined) return [];
  const arrivals = run.arrivals.filter((arrival) => arrival.scope === scope);
  const next: Standing = {
    plan: targets.to,
    places: old.places.flatMap((place) => targets.element(place)?.id ?? []),
    arrived: new Set(arrivals.flatMap((arrival) => targets.flow(arrival.flow, arrival.join)?.id ?? [])),
  };
  const before = new Set(starved(old).map((join) => targets.element(join)?.id));
  return starved(next)
    .filter((join) => !before.has(join))
    .map((join) => ({ code: 'waitsForever', element: first, to: join }));
}

function standingIn(run: Run, scope: ScopeId, plan: Plan): Standing {
  const arrivals = run.arrivals.filter((arrival) => arrival.scope === scope);
  const tokens = [...run.tokens.values(), ...run.parked.map(({ token }) => token)].filter((token) => token.scope === scope);
  return {
    plan,
    places: [...new Set([...tokens.map((token) => token.element), ...arrivals.map((arrival) => arrival.join)])],
    arrived: new Set(arrivals.map((arrival) => arrival.flow)),
  };
}

/**
 * Parallel joins ahead that would wait for ever. Who stands before the fork brings all branches itself; those who stand within one, or have
 * arrived, must together bring all of them.
 */
function starved({ plan, places, arrived }: Standing): readonly ElementId[] {
  return [...aheadOf(plan, places, () => true)].filter((id) => {
    const flows = plan.incoming(id);
    if (plan.element(id)?.type !== 'parallelGateway' || flows.length < 2) return false;
    const brought = new Set(flows.filter((flow) => arrived.has(flow.id)));
    for (const place of places) {
      const brings = place === id ? [] : flows.filter((flow) => plan.reaching(flow.id).has(place));
      if (brings.length < flows.length) for (const flow of brings) brought.add(flow);
    }
    return brought.size > 0 && brought.size < flows.length;
  });
}

/** Steps beside each other of which one now leads to the other without any join between. What runs beside its host is left out. */
function twice(run: Run, moving: Moving, scope: ScopeId): readonly MigrationObstacle[] {
  const targets = moving.targets(scope);
  const tokens = [...run.tokens.values()].filter((token) => token.scope === scope && !token.side && !token.instance);
  const arrived = run.arrivals.filter((arrival) => arrival.scope === scope).map((arrival) => arrival.join);
  const places = [...new Set([...tokens.map((token) => token.element), ...arrived])];
  if (places.length < 2) return [];
  const leads = (plan: Plan, one: ElementId, other: ElementId): boolean =>
    !isJoin(plan, other) && !isJoin(plan, one) && aheadOf(plan, next(plan, one), (id) => !isJoin(plan, id)).has(other);
  return places.flatMap((one) =>
    places.flatMap((other): MigrationObstacle[] => {
      const from = targets.element(one)?.id;
      const to = targets.element(other)?.id;
      if (one === other || !from || !to || leads(targets.from, one, other)) return [];
      return from === to || leads(targets.to, from, to) ? [{ code: 'runsTwice', element: one, to }] : [];
    }),
  );
}

function isJoin(plan: Plan, id: ElementId): boolean {
  const element = plan.element(id);
  const type = element?.type;
  if (element && element.startQuantity > 1) return true;
  return (type === 'parallelGateway' || type === 'inclusiveGateway' || type === 'complexGateway') && plan.incoming(id).length > 1;
}

/** All that tokens at these places can come to, themselves included, as long as `passes` lets them go on. */
function aheadOf(plan: Plan, places: readonly ElementId[], passes: (id: ElementId) => boolean): ReadonlySet<ElementId> {
  const found = new Set<ElementId>();
  const open = [...places];
  for (let id = open.pop(); id; id = open.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    if (passes(id)) open.push(...next(plan, id));
  }
  return found;
}

/** Over flows, from the border, or through a link. */
const next = (plan: Plan, id: ElementId): readonly ElementId[] => [
  ...plan.outgoing(id).map((flow) => flow.to),
  ...plan.boundaries(id).map((event) => event.id),
  ...plan.linkTargets(id).map((target) => target.id),
];
