import { id, type ElementId, type VisitId } from '../../words/ids.ts';
import type { Json } from '../../words/json.ts';
import type { Incident, IncidentCode, Wait } from '../marking.ts';
import { type Run, number } from './run.ts';

/** Where something is wrong. */
export interface Trouble {
  readonly element: ElementId;
  readonly visit: VisitId | null;
}

/** The case stands still here until a person has looked. */
export function raise(run: Run, at: Trouble, what: { readonly code: IncidentCode; readonly detail: Json }): void {
  const incident: Incident = { id: id(`w${number(run)}`), element: at.element, visit: at.visit, ...what };
  run.incidents.set(incident.id, incident);
  run.effects.push({ kind: 'incident', incident });
}

/** It has been seen to, or what it was about is gone. */
export function resolve(run: Run, incident: Incident): void {
  run.incidents.delete(incident.id);
  run.effects.push({ kind: 'incidentResolved', incident: incident.id });
}

/** Ends all incidents of a visit. */
export function resolveAt(run: Run, visit: VisitId): void {
  for (const incident of run.incidents.in('visit', visit)) resolve(run, incident);
}

/** What was wrong with a condition that is waited for no longer counts: it can be told again, or nothing waits for it any more. */
export function resolveWaiting(run: Run, { element, visit, scope }: Wait): void {
  for (const incident of run.incidents.values()) {
    const { code, detail } = incident;
    if (code !== 'conditionUndecided' || incident.element !== element || incident.visit !== visit) continue;
    if (typeof detail === 'object' && detail !== null && 'scope' in detail && detail.scope === scope) resolve(run, incident);
  }
}
