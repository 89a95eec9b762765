import type { Element, Flow } from '../../diagram/model.ts';
import { id, type ElementId, type ScopeId, type VisitId } from '../../words/ids.ts';
import type { Arrival } from '../marking.ts';
import { take } from './leave.ts';
import { elementOf } from './place.ts';
import { number, planOf, type Run } from './run.ts';
import { spawn } from './token.ts';

/** What a join takes when it fires. */
export interface Firing {
  readonly join: ElementId;
  readonly scope: ScopeId;
  readonly taken: readonly Arrival[];
  /** Tokens that came late to a complex gateway, and the firing that they belong to. */
  readonly late?: boolean;
  readonly resets?: VisitId;
}

/** A join fires: a visit of its own in the trail that names what it consumed, and one token goes on. Gives the visit. */
export function fireJoin(run: Run, { join, scope, taken, late = false, resets }: Firing): VisitId {
  const visit = id<'v'>(`v${number(run)}`);
  run.arrivals = run.arrivals.filter((arrival) => !taken.includes(arrival));
  const from = [...new Set(taken.map((arrival) => arrival.from))];
  run.effects.push({
    kind: 'passed',
    pass: { visit, element: join, scope, from, consumed: taken, ...(resets ? { resets } : {}), closed: 'joined' },
  });
  const plan = planOf(run, scope);
  const flows = plan.outgoing(join);
  if (staysAt(elementOf(run, scope, join), flows)) spawn(run, { element: join, scope, from: [visit], late });
  else take(run, plan, { flows, from: visit, scope });
  return visit;
}

/** Where there is still something to do or to decide, a token stays for it, and can stay with an incident. */
function staysAt({ type }: Element, flows: readonly Flow[]): boolean {
  if (type === 'parallelGateway') return false;
  return type !== 'inclusiveGateway' || (flows.length > 0 && (flows.length > 1 || flows[0]?.condition !== undefined));
}
