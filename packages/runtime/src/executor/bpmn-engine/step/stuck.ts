import type { ScopeId } from '../../../words/ids.ts';
import { raise, resolve, scopeIn } from './incident.ts';
import type { Step } from './step.ts';

/** A join that waits while nothing in its scope lives any more waits for ever: a person must look. One that no longer does is resolved. */
export function noteStuck(step: Step): void {
  const waiting = step.arrivals.filter(({ scope }) => !livesElsewhere(step, scope));
  const stuck = new Map(waiting.map((arrival) => [`${arrival.scope} ${arrival.join}`, arrival]));
  for (const incident of step.incidents.values()) {
    if (incident.visit !== null || incident.code !== 'noWayOn') continue;
    if (!stuck.delete(`${String(scopeIn(incident))} ${incident.element}`)) resolve(step, incident);
  }
  for (const { join, scope } of stuck.values()) {
    const came = step.arrivals.filter((arrival) => arrival.join === join && arrival.scope === scope).map((arrival) => arrival.flow);
    raise(step, { element: join, visit: null }, { code: 'noWayOn', detail: { scope, came } });
  }
}

const livesElsewhere = (step: Step, id: ScopeId): boolean =>
  [...step.visits.values()].some((visit) => visit.scope === id) || [...step.scopes.values()].some((scope) => scope.parent === id);
