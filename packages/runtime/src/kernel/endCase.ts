import type { ScopeId } from '../words/ids.ts';
import { emptyScope } from './run/close.ts';
import { resolve } from './run/incident.ts';
import type { Run } from './run/run.ts';

/**
 * The case is over, and nothing is left to be looked at; it ends once, however many ends were come to in one step. Its root scope stays in
 * the marking, so that its data still have a name.
 */
export function endCase(run: Run, root: ScopeId, how: 'completed' | 'terminated' | 'cancelled'): void {
  if (run.ended) return;
  run.ended = true;
  emptyScope(run, root, 'cancelled');
  run.undoable = [];
  for (const incident of run.incidents.values()) resolve(run, incident);
  run.effects.push({ kind: 'ended', how });
}
