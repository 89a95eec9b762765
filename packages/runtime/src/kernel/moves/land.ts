import type { Element } from '../../diagram/model.ts';
import { id, type ScopeId, type VisitId } from '../../words/ids.ts';
import { armBorder } from '../activity.ts';
import type { ScopeKind, Token } from '../marking.ts';
import { openInside } from '../run/border.ts';
import { awaitStarts, openScope } from '../run/open.ts';
import { placeOf } from '../run/place.ts';
import { number, scopeOf, type Run } from '../run/run.ts';
import { spawn, stand } from '../run/token.ts';
import type { Landing } from './landing.ts';

/** What a token that is put somewhere comes from, and the host that it is beside. */
export interface Origin {
  readonly from: readonly VisitId[];
  readonly side?: VisitId | undefined;
}

interface Opening {
  readonly scope: ScopeId;
  readonly from: VisitId;
  readonly side: VisitId | undefined;
}

/** Puts a token where a move lands, with the sub-processes around it opened; the move itself stands in the trail, between what was and what comes. */
export function land(run: Run, { element, scope, opened }: Landing, { from, side }: Origin): void {
  const visit = id<'v'>(`v${number(run)}`);
  revive(run, scope);
  run.effects.push({ kind: 'passed', pass: { visit, element: element.id, scope, from, closed: 'moved' } });
  let at: Opening = { scope, from: visit, side };
  for (const around of opened) at = openAround(run, around, at);
  spawn(run, { element: element.id, scope: at.scope, from: [at.from], side: at.side });
}

/** A scope that was cut short or is over runs again, and what can start its event sub-processes is waited for again. */
export function revive(run: Run, id: ScopeId): void {
  const scope = scopeOf(run, id);
  const ended = scope.parent === null && run.tokens.size === 0 && run.arrivals.length === 0;
  if (scope.phase === 'running' && !ended) return;
  run.scopes.set(id, { ...scope, phase: 'running' });
  const container = scope.kind === 'process' || scope.kind === 'call' ? null : scope.element;
  awaitStarts(run, id, container);
}

/** Opens a sub-process without beginning at its start. */
function openAround(run: Run, around: Element, at: Opening): Opening {
  const host: Token = stand(run, { element: around.id, scope: at.scope, from: [at.from], side: at.side });
  armBorder(run, placeOf(run, host));
  const { definition } = scopeOf(run, at.scope);
  const kind: ScopeKind = around.type === 'transaction' ? 'transaction' : 'sub';
  // What cannot be given leaves an incident, and the inside is open all the same.
  const inner =
    openInside(run, placeOf(run, host), kind) ??
    openScope(run, { parent: at.scope, definition, element: around.id, kind, host: host.visit });
  awaitStarts(run, inner.id, around.id);
  return { scope: inner.id, from: host.visit, side: undefined };
}
