import { evaluateCondition } from '../diagram/feel/condition.ts';
import type { Loop } from '../diagram/model.ts';
import { id, type VisitId } from '../words/ids.ts';
import { foldInside } from './compensable.ts';
import type { Construct } from './construct.ts';
import type { Scope, Token } from './marking.ts';
import { closeScope, closeVisit } from './run/close.ts';
import { visible } from './run/data.ts';
import { raise, resolveAsked } from './run/incident.ts';
import { openScope } from './run/open.ts';
import { placeOf, type Place } from './run/place.ts';
import { scopeOf, type Run } from './run/run.ts';
import { spawn } from './run/token.ts';

/**
 * A standard loop: the activity is done again as long as its condition holds, which is asked before the first round or only after it.
 * `loopCounter` is the number of the round that runs, or ran last: 0 before the first. A maximum ends the loop whatever the condition says.
 */
export const loop: Construct = (run, { token, element }) => {
  if (!element.loop) return;
  const { definition } = scopeOf(run, token.scope);
  const scope = openScope(run, { parent: token.scope, definition, element: element.id, kind: 'loop', host: token.visit, loop: 0 });
  if (element.loop.testBefore) askAgain(run, scope);
  else if (element.loop.maximum === 0) endLoop(run, scope);
  else startRound(run, scope);
};

/** A round is done; the next begins where the last has ended, so that a return can go back from one to the other. */
export function roundDone(run: Run, { token }: Place): void {
  closeVisit(run, token, 'completed');
  askAgain(run, { ...scopeOf(run, token.scope), locals: { last: token.visit } });
}

/** Another round, or the end; stands still where the condition cannot be told. */
export function askAgain(run: Run, scope: Scope): void {
  run.scopes.set(scope.id, scope);
  const host = scope.host && run.tokens.get(scope.host);
  if (!host) return;
  resolveAsked(run, host.visit);
  const again = holds(run, host, scope);
  if (again === undefined) return;
  if (again) startRound(run, scope);
  else endLoop(run, scope);
}

/** A loop without a condition is bound by its maximum alone; one with neither is not published. */
function holds(run: Run, host: Token, scope: Scope): boolean | undefined {
  const { condition, maximum } = placeOf(run, host).element.loop ?? ({} as Partial<Loop>);
  const rounds = scope.loop ?? 0;
  if (maximum !== undefined && rounds >= maximum) return false;
  if (condition === undefined) return maximum !== undefined;
  const held = evaluateCondition(condition, visible(run, scope.id), run.at);
  if (held.value !== 'neither') return held.value;
  raise(run, host, { code: 'conditionUndecided', detail: { condition, reason: { ...held.reason } } });
  return undefined;
}

function startRound(run: Run, scope: Scope): void {
  const { last } = scope.locals;
  run.scopes.set(scope.id, { ...scope, loop: (scope.loop ?? 0) + 1 });
  const from = typeof last === 'string' ? [id<'v'>(last)] : scope.host ? [scope.host] : [];
  spawn(run, { element: scope.element, scope: scope.id, from });
}

/** The loop is over, after however many rounds. */
export function endLoop(run: Run, scope: Scope): void {
  foldInside(run, scope);
  closeScope(run, scope, 'completed');
  if (scope.host) run.queue.push({ do: 'finished', visit: scope.host });
}

/** The loop that runs inside a visit. */
export const loopInside = (run: Run, visit: VisitId): Scope | undefined => run.scopes.in('host', visit).find(({ kind }) => kind === 'loop');
