import type { Standing } from '../../ports/executor.ts';
import type { DefinitionRef, ElementId, ScopeId, VisitId } from '../../words/ids.ts';

/** Something that stands somewhere and may be taken by a jump. */
export interface Takable {
  readonly visit: VisitId;
  readonly element: ElementId;
  readonly scope: ScopeId;
  readonly definition: DefinitionRef;
  /** waits: its token has come to a join, which `element` is; still: there is an incident. */
  readonly state: 'open' | 'waits' | 'still';
}

const HOLDS_STEPS: ReadonlySet<string> = new Set(['process', 'call', 'sub', 'event', 'transaction', 'adHoc']);

/**
 * What may be taken: the innermost that stands, a countersigned or repeated step as a whole, and what waits at a join. A sub-process is
 * not named while anything stands in it; with the last of that it is closed.
 */
export function takableIn({ scopes, tokens, arrivals, incidents }: Standing): readonly Takable[] {
  const around = new Map(scopes.map((scope) => [scope.id, scope]));
  const filled = new Set([...tokens, ...arrivals].map(({ scope }) => scope));
  const still = new Set(incidents.map(({ visit }) => visit));
  const standing = tokens.flatMap((token): Takable[] => {
    const scope = around.get(token.scope);
    const stepsInside = scopes.some(({ id, host, kind }) => host === token.visit && HOLDS_STEPS.has(kind) && filled.has(id));
    if (!scope || !HOLDS_STEPS.has(scope.kind) || stepsInside) return [];
    const { visit, element } = token;
    return [{ visit, element, scope: scope.id, definition: scope.definition, state: still.has(visit) ? 'still' : 'open' }];
  });
  const waiting = arrivals.flatMap((arrival): Takable[] => {
    const scope = around.get(arrival.scope);
    return scope ? [{ visit: arrival.from, element: arrival.join, scope: scope.id, definition: scope.definition, state: 'waits' }] : [];
  });
  return [...standing, ...waiting];
}
