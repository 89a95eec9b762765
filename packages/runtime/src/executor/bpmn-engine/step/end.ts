import type { ScopeId } from '../../../words/ids.ts';
import { emptyScope } from './close.ts';
import { resolve } from './incident.ts';
import type { Step } from './step.ts';

/** The case is over; its root scope stays, so that its data still have a name. The engine's state is dropped with the step. */
export function endCase(step: Step, root: ScopeId, how: 'completed' | 'terminated' | 'cancelled'): void {
  if (step.over) return;
  emptyScope(step, root, 'cancelled');
  for (const incident of step.incidents.values()) resolve(step, incident);
  step.effects.push({ kind: 'ended', how });
  step.over = true;
}
