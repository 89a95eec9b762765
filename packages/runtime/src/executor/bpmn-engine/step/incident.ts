import type { Incident, IncidentCode } from '../../../ports/executor.ts';
import { type ElementId, id, type ScopeId, type VisitId } from '../../../words/ids.ts';
import type { Json } from '../../../words/json.ts';
import { number, type Step } from './step.ts';

/** The case stands still here until a person has looked. */
export function raise(
  step: Step,
  at: { readonly element: ElementId; readonly visit: VisitId | null },
  what: { readonly code: IncidentCode; readonly detail: Json },
): void {
  const incident: Incident = { id: id(`w${number(step)}`), element: at.element, visit: at.visit, ...what };
  step.incidents.set(incident.id, incident);
  step.effects.push({ kind: 'incident', incident });
}

/** It has been seen to, or what it was about is gone. */
export function resolve(step: Step, incident: Incident): void {
  step.incidents.delete(incident.id);
  step.effects.push({ kind: 'incidentResolved', incident: incident.id });
}

/** Ends all incidents of a visit. */
export function resolveAt(step: Step, visit: VisitId): void {
  for (const incident of step.incidents.values()) if (incident.visit === visit) resolve(step, incident);
}

/** A scope is empty: what was wrong there with what nobody stands at is gone with it. */
export function resolveIn(step: Step, scope: ScopeId): void {
  for (const incident of step.incidents.values()) if (incident.visit === null && scopeIn(incident) === scope) resolve(step, incident);
}

/** The scope that an incident is about, where it says so. */
export const scopeIn = ({ detail }: Incident): unknown =>
  typeof detail === 'object' && detail !== null && 'scope' in detail ? detail.scope : undefined;
