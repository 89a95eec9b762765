import type { ScopeId } from '../words/ids.ts';
import { emptyScope } from './run/close.ts';
import type { Run } from './run/run.ts';

/** The case is over. Its root scope stays in the marking, so that its data still have a name. */
export function endCase(run: Run, root: ScopeId, how: 'completed' | 'terminated' | 'cancelled'): void {
  emptyScope(run, root, 'cancelled');
  run.undoable = [];
  run.effects.push({ kind: 'ended', how });
}
