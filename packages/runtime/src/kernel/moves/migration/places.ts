import type { ElementId, FlowId, ScopeId, VisitId } from '../../../words/ids.ts';
import type { Compensable, Incident } from '../../marking.ts';
import { scopeIn } from '../../run/incident.ts';
import type { Run } from '../../run/run.ts';
import { drawnIn, type Moving } from './moving.ts';

/** Something live of a case, named by an element of the old version: only such elements need a target. */
export interface LivePlace {
  readonly element: ElementId;
  /** The scope in whose diagram the element is. */
  readonly scope: ScopeId;
  readonly visit: VisitId | null;
  readonly is: 'stay' | 'inside' | 'arrival' | 'parked' | 'resetting' | 'undoable';
  /** The flow over which it came, where it waits at a join. */
  readonly flow?: FlowId;
}

/** All that lives in what moves. Waits are not among them: they follow their stay, or end. */
export function livePlaces(run: Run, moving: Moving): readonly LivePlace[] {
  const places: LivePlace[] = [];
  const add = (place: LivePlace): void => {
    if (moving.scopes.has(place.scope)) places.push(place);
  };
  for (const scope of run.scopes.values()) {
    const around = drawnIn(run, scope);
    if (around) add({ element: scope.element, scope: around.id, visit: scope.host, is: 'inside' });
  }
  for (const { element, scope, visit } of run.tokens.values()) add({ element, scope, visit, is: 'stay' });
  for (const { token } of run.parked) add({ element: token.element, scope: token.scope, visit: token.visit, is: 'parked' });
  for (const { join, flow, scope, from } of run.arrivals) add({ element: join, scope, visit: from, is: 'arrival', flow });
  for (const { gateway, scope, taken } of run.resetting) {
    add({ element: gateway, scope, visit: null, is: 'resetting' });
    for (const flow of taken) add({ element: gateway, scope, visit: null, is: 'resetting', flow });
  }
  for (const { scope, ...one } of run.undoable) {
    for (const { element, visit } of placesOf(one)) add({ element, scope, visit, is: 'undoable' });
  }
  return places;
}

type Undoing = Pick<LivePlace, 'element' | 'visit'>;

/** What undoes, also inside, and what must be opened again for that; what a call undoes inside stays with the called definition. */
function placesOf({ element, handler, as, definition, visit, inner }: Omit<Compensable, 'scope'>): readonly Undoing[] {
  const inside: readonly Undoing[] = inner.flatMap(placesOf);
  const opened: readonly Undoing[] = as ? [{ element, visit }] : [];
  if (definition) return opened;
  return handler === element ? [...opened, ...inside] : [...opened, { element: handler, visit }, ...inside];
}

/** The scope in whose diagram an incident's element is. */
export function scopeOfIncident(run: Run, incident: Incident): ScopeId | undefined {
  if (incident.visit !== null) return run.tokens.get(incident.visit)?.scope;
  const named = scopeIn(incident);
  return (run.scopes.values().find(({ id }) => id === named) ?? run.scopes.values()[0])?.id;
}
