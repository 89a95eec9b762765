import type { VisitId } from '../../../words/ids.ts';
import type { Arrival, Pass } from '../../marking.ts';
import type { Run } from '../../run/run.ts';
import type { Moving } from './moving.ts';

/** Says the passes of before anew, as the new version calls their places, so that the case can still be sent back to them; and of which version they are. */
export function retell(run: Run, moving: Moving, trail: readonly Pass[]): void {
  const last = new Map<VisitId, Pass>(trail.map((pass) => [pass.visit, pass]));
  for (const pass of last.values()) {
    if (pass.closed === 'takenBack' || !moving.scopes.has(pass.scope)) continue;
    const element = moving.targets(pass.scope).element(pass.element)?.id ?? pass.element;
    const consumed = pass.consumed?.map((arrival) => renamed(moving, arrival));
    const version = pass.version ?? moving.targets(pass.scope).from.ref;
    run.effects.push({ kind: 'retold', pass: { ...pass, element, version, ...(consumed ? { consumed } : {}) } });
  }
}

/** An arrival as it stands in the new version; as it was where this has no such place. */
export function renamed(moving: Moving, arrival: Arrival): Arrival {
  if (!moving.scopes.has(arrival.scope)) return arrival;
  const targets = moving.targets(arrival.scope);
  const join = targets.element(arrival.join)?.id;
  const flow = targets.flow(arrival.flow, arrival.join)?.id;
  if (!join || !flow || (join === arrival.join && flow === arrival.flow)) return arrival;
  return { ...arrival, join, flow };
}
