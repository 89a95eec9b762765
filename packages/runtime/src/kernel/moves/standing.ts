import type { Plan } from '../../plan/plan.ts';
import type { ElementId, ScopeId, VisitId } from '../../words/ids.ts';
import type { Scope, Token } from '../marking.ts';
import { planOf, scopeOf, type Run } from '../run/run.ts';
import { bordersOf, firesOnce } from './net/goesTo.ts';
import { firedAt, type Spot, takenAt } from './net/spot.ts';

/** What a move takes away: open visits, and visits whose tokens wait at joins. */
export interface Taken {
  readonly tokens: ReadonlySet<VisitId>;
  readonly arrivals: ReadonlySet<VisitId>;
}

/** Where the tokens of a scope stand, without those that are taken. Who stands in for a returner stands in the returner's place. */
export function standing(run: Run, scope: ScopeId, taken: Taken): readonly Spot[] {
  const spots: Spot[] = [];
  for (const token of run.tokens.values()) {
    if (token.scope === scope && !taken.tokens.has(token.visit)) spots.push(returnerOf(run, token.visit)?.element ?? spotAt(run, token));
  }
  for (const arrival of run.arrivals) if (arrival.scope === scope && !taken.arrivals.has(arrival.from)) spots.push(arrival.flow);
  return spots;
}

/** What the complex gateways of a scope have taken that wait to be reset, those apart of which the start is taken back. */
export const takenIn = (run: Run, scope: ScopeId, back: ReadonlySet<VisitId> = NONE): readonly Spot[] =>
  run.resetting.flatMap((one) => (one.scope !== scope || (one.by && back.has(one.by)) ? [] : one.taken.map(takenAt)));

const NONE: ReadonlySet<VisitId> = new Set();

/** A host whose timer at the border is no longer waited for has fired it. */
function spotAt(run: Run, { visit, element, scope }: Token): Spot {
  const once = bordersOf(planOf(run, scope), element).filter(firesOnce);
  const waits = run.waits.in('visit', visit);
  return once.every((event) => waits.some((wait) => wait.element === event.id)) ? element : firedAt(element);
}

function returnerOf(run: Run, visit: VisitId) {
  const parked = run.parked.find(({ until }) => until === visit)?.token;
  if (!parked) return undefined;
  const further = run.parked.find(({ until }) => until === parked.visit)?.token;
  return further ?? parked;
}

/** What of the diagram a scope runs: null for all of a process; undefined where it only holds the rounds or items of one activity, or what undoes. */
export function containerOf({ kind, element }: Scope): ElementId | null | undefined {
  if (kind === 'process' || kind === 'call') return null;
  return ONE_ACTIVITY.has(kind) ? undefined : element;
}

const ONE_ACTIVITY: ReadonlySet<string> = new Set(['many', 'item', 'loop', 'undo']);

/** The inside of a container as a scope runs it. */
export interface Inside {
  readonly plan: Plan;
  readonly container: ElementId | null;
}

/** The diagram's part of a live scope; undefined where there is none. */
export function insideOf(run: Run, scope: ScopeId): Inside | undefined {
  const container = containerOf(scopeOf(run, scope));
  return container === undefined ? undefined : { plan: planOf(run, scope), container };
}
