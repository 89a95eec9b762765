import { id, type ScopeId } from '../words/ids.ts';
import { crossBoundary } from './boundaryEvent.ts';
import { foldRunning, undoableIn } from './compensable.ts';
import type { Scope, Token } from './marking.ts';
import { closeScope, closeVisit, emptyScope } from './run/close.ts';
import { raise } from './run/incident.ts';
import type { Place } from './run/place.ts';
import { repetitionOf } from './run/repetition.ts';
import { planOf, scopeOf, type Run } from './run/run.ts';
import { undo } from './undo.ts';

/** Cancels the transaction around: what still runs in it ends, what was done in it is undone, then it is left by its cancel border. */
export function throwCancel(run: Run, { token }: Place): void {
  const transaction = transactionAround(run, token.scope);
  if (!transaction) return raise(run, token, NOBODY);
  closeVisit(run, token, 'completed');
  run.effects.push({ kind: 'noted', code: 'transactionCancelled', element: transaction.element, detail: { by: token.visit } });
  foldRunning(run, transaction.id);
  emptyScope(run, transaction.id, 'cancelled');
  run.scopes.set(transaction.id, { ...transaction, phase: 'cancelling', locals: { ...transaction.locals, by: token.visit } });
  const what = undoableIn(run, transaction.id);
  undo(run, { scope: transaction.id, element: token.element, what, by: token.visit, waits: false });
}

/** No transaction around, or no border that takes it: a person must look. */
const NOBODY = { code: 'errorUncaught', detail: { code: 'cancel', payload: null } } as const;

/** The nearest transaction that runs; one that is being undone has ended, and a call is a border. */
function transactionAround(run: Run, from: ScopeId): Scope | undefined {
  for (let scope: Scope | undefined = scopeOf(run, from); scope; scope = scope.parent === null ? undefined : run.scopes.get(scope.parent)) {
    if (scope.kind === 'transaction' && scope.host !== null && scope.phase !== 'cancelling') return scope;
    if (scope.kind === 'call' || scope.kind === 'process') return undefined;
  }
  return undefined;
}

/** All is undone. */
export function endCancelled(run: Run, scope: Scope): void {
  closeScope(run, scope, 'cancelled');
  const host = scope.host && guarded(run, scope.host);
  if (!host) return;
  const event = planOf(run, host.scope)
    .boundaries(host.element)
    .find(({ triggers }) => triggers.some(({ kind }) => kind === 'cancel'));
  if (!event) return raise(run, host, NOBODY);
  // It is over, whatever the drawing says.
  crossBoundary(run, { host, event: { ...event, interrupting: true }, payload: {}, cause: id<'v'>(String(scope.locals.by)) });
}

/** A run of a repeated transaction has no border of its own: it is the whole that is guarded. */
function guarded(run: Run, visit: Token['visit']): Token | undefined {
  const host = run.tokens.get(visit);
  if (!host || !repetitionOf(run, host)) return host;
  for (let scope = run.scopes.get(host.scope); scope; scope = scope.parent === null ? undefined : run.scopes.get(scope.parent)) {
    if ((scope.kind === 'many' || scope.kind === 'loop') && scope.host) return run.tokens.get(scope.host);
  }
  return host;
}
