import { id, type ScopeId, type VisitId } from '../words/ids.ts';
import { crossBoundary } from './boundaryEvent.ts';
import { foldRunning, undoableIn } from './compensable.ts';
import type { Scope, Token } from './marking.ts';
import { clearWait, closeScope, closeVisit, emptyScope } from './run/close.ts';
import { raise, resolveAt } from './run/incident.ts';
import { planOf, scopeOf, type Run } from './run/run.ts';
import { waitsOf } from './run/wait.ts';
import { undo } from './undo.ts';

/**
 * Cancels the transaction around: what still runs in it ends, what was done in it is undone, then it is left by its cancel border. One that
 * is repeated is cancelled as a whole, because an event at its border that interrupts ends all of its runs: what was done in each of them is
 * undone, whether the run was done or not.
 */
export function cancelTransaction(run: Run, transaction: Scope, { visit, element }: Token): void {
  const by = run.tokens.get(visit);
  const whole = wholeOf(run, transaction);
  if (by) closeVisit(run, by, 'completed');
  run.effects.push({ kind: 'noted', code: 'transactionCancelled', element: whole.element, detail: { by: visit } });
  if (whole.host) leaveAlone(run, whole.host);
  foldRunning(run, whole.id);
  emptyScope(run, whole.id, 'cancelled');
  run.scopes.set(whole.id, { ...whole, phase: 'cancelling', locals: { ...whole.locals, by: visit } });
  const what = undoableIn(run, whole.id);
  undo(run, { scope: whole.id, element, what, by: visit, waits: false });
}

/** No transaction around, or no border that takes it: a person must look. */
export const NOT_CANCELLED = { code: 'errorUncaught', detail: { code: 'cancel', payload: null } } as const;

/** The nearest transaction that runs; one that is being undone has ended, and a call is a border. */
export function transactionAround(run: Run, from: ScopeId): Scope | undefined {
  for (let scope: Scope | undefined = scopeOf(run, from); scope; scope = scope.parent === null ? undefined : run.scopes.get(scope.parent)) {
    if (scope.kind === 'transaction' && scope.host !== null && scope.phase !== 'cancelling') return scope;
    if (scope.kind === 'call' || scope.kind === 'process') return undefined;
  }
  return undefined;
}

/** Nobody asks any more whether enough runs are done, and nothing else at the border happens before all is undone. */
function leaveAlone(run: Run, host: VisitId): void {
  for (const wait of waitsOf(run, host)) clearWait(run, wait, 'cancelled');
  resolveAt(run, host);
}

/** What is cancelled: the transaction, or where it is one of several runs what holds them all. */
function wholeOf(run: Run, transaction: Scope): Scope {
  const token = transaction.host && run.tokens.get(transaction.host);
  const around = token ? scopeOf(run, token.scope) : undefined;
  if (around?.kind === 'loop') return around;
  return around?.kind === 'item' && around.parent ? scopeOf(run, around.parent) : transaction;
}

/** All is undone. */
export function endCancelled(run: Run, scope: Scope): void {
  closeScope(run, scope, 'cancelled');
  const host = scope.host && run.tokens.get(scope.host);
  if (!host) return;
  const event = planOf(run, host.scope)
    .boundaries(host.element)
    .find(({ triggers }) => triggers.some(({ kind }) => kind === 'cancel'));
  if (!event) return raise(run, host, NOT_CANCELLED);
  // It is over, whatever the drawing says.
  crossBoundary(run, { host, event: { ...event, interrupting: true }, payload: {}, cause: id<'v'>(String(scope.locals.by)) });
}
