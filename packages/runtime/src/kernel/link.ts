import { raise } from './run/incident.ts';
import { closeVisit } from './run/close.ts';
import type { Place } from './run/place.ts';
import type { Run } from './run/run.ts';
import { spawn } from './run/token.ts';

/** Goes over to the catching end of the same name in the same scope, as over a flow that is not drawn. */
export function followLink(run: Run, { token, element, plan }: Place): void {
  const [target] = plan.linkTargets(element.id);
  if (!target) return raise(run, token, { code: 'noWayOn', detail: null });
  closeVisit(run, token, 'completed');
  spawn(run, { element: target.id, scope: token.scope, from: [token.visit], side: token.side });
}
