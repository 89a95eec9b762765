import type { ScopeId } from '../words/ids.ts';
import { drainAdHoc } from './adHocSubProcess.ts';
import { endCall } from './callActivity.ts';
import { endCancelled } from './cancel.ts';
import { endCase } from './endCase.ts';
import { beginNoMore, endEventSubProcess } from './eventSubProcess.ts';
import type { Run } from './run/run.ts';
import { endSubProcess } from './subProcess.ts';
import { endReopened, undoNext } from './undo.ts';

/** Ends a scope in which nothing lives any more, each kind in its own way; what only could start an event sub-process does not keep it alive. */
export function drained(run: Run, id: ScopeId): void {
  const scope = run.scopes.get(id);
  // Nobody says of an ad-hoc sub-process that it is done once an event sub-process of its own has cut it off.
  if (scope?.kind === 'adHoc' && scope.phase !== 'compensating') return scope.phase === 'running' ? undefined : drainAdHoc(run, scope);
  if (!scope) return;
  if (lives(run, id)) return beginNoMore(run, scope);
  if (scope.kind === 'undo') return undoNext(run, scope);
  if (scope.phase === 'compensating') return endReopened(run, scope);
  if (scope.phase === 'cancelling') return endCancelled(run, scope);
  switch (scope.kind) {
    case 'process':
      return endCase(run, id, 'completed');
    case 'call':
      return endCall(run, scope);
    case 'event':
      return endEventSubProcess(run, scope);
    case 'sub':
    case 'transaction':
      return endSubProcess(run, scope);
    default:
  }
}

function lives(run: Run, id: ScopeId): boolean {
  if (run.tokens.any('scope', id) || run.scopes.any('parent', id)) return true;
  return run.arrivals.some((arrival) => arrival.scope === id) || run.parked.some((parked) => parked.token.scope === id);
}
