import { id, type ElementId, type ScopeId, type VisitId } from '../../words/ids.ts';
import type { Data, Json } from '../../words/json.ts';
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

/** The condition of a multi-instance or a loop is asked anew, so what could not be told before no longer counts. One at its border is another's. */
export function resolveAsked(run: Run, host: VisitId): void {
  const element = run.tokens.get(host)?.element;
  for (const incident of run.incidents.in('visit', host))
    if (incident.code === 'conditionUndecided' && incident.element === element) resolve(run, incident);
}

/** A scope is empty: what was wrong there with what nobody stands at, as the start of an event sub-process or a join, is gone with it. */
export function resolveIn(run: Run, scope: ScopeId): void {
  for (const incident of run.incidents.values()) if (incident.visit === null && scopeIn(incident) === scope) resolve(run, incident);
}

/** The condition that a wait is for could not be told: its incident, of several conditions at one event its own. */
export const undecided = (run: Run, { element, visit, scope, name }: Wait): Incident | undefined =>
  run.incidents
    .values()
    .find(
      (incident) =>
        incident.code === 'conditionUndecided' &&
        incident.element === element &&
        incident.visit === visit &&
        scopeIn(incident) === scope &&
        (name === undefined || detailOf(incident, 'condition') === name),
    );

/** The scope that an incident is about, where it says so. */
export const scopeIn = (incident: Pick<Incident, 'detail'>): Json | undefined => detailOf(incident, 'scope');

/** What an incident's detail holds under a name. */
export const detailOf = ({ detail }: Pick<Incident, 'detail'>, name: string): Json | undefined =>
  typeof detail === 'object' && detail !== null && !Array.isArray(detail) ? (detail as Data)[name] : undefined;
