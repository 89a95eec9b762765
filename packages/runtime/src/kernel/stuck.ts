import type { ElementId, ScopeId } from '../words/ids.ts';
import { raise, resolve, scopeIn } from './run/incident.ts';
import type { Run } from './run/run.ts';

/** A join that waits while nothing in its scope lives any more waits for ever: a person must look. One that no longer does is resolved. */
export function noteStuck(run: Run): void {
  const alone = run.arrivals.filter(({ scope }) => !livesElsewhere(run, scope));
  if (alone.length === 0 && run.incidents.size === 0) return;
  const stuck = new Map(alone.map((arrival) => [`${arrival.scope} ${arrival.join}`, arrival]));
  for (const incident of run.incidents.values()) {
    if (incident.visit !== null || incident.code !== 'noWayOn') continue;
    const key = `${scopeIn(incident)} ${incident.element}`;
    if (!stuck.delete(key)) resolve(run, incident);
  }
  for (const { join, scope } of stuck.values()) {
    if (isTold(run, join, scope)) continue;
    const came = run.arrivals.filter((arrival) => arrival.join === join && arrival.scope === scope).map((arrival) => arrival.flow);
    raise(run, { element: join, visit: null }, { code: 'noWayOn', detail: { scope, came } });
  }
}

/** What waits for the answer to a condition has its incident already. */
const isTold = (run: Run, join: ElementId, scope: ScopeId): boolean =>
  run.incidents.values().some((incident) => incident.visit === null && incident.element === join && scopeIn(incident) === scope);

/** In an ad-hoc sub-process there is always something that somebody may begin. */
const livesElsewhere = (run: Run, id: ScopeId): boolean =>
  run.scopes.get(id)?.kind === 'adHoc' || run.tokens.any('scope', id) || run.scopes.any('parent', id);
