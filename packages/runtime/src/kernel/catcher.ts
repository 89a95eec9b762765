import type { Coded, Element } from '../diagram/model.ts';
import type { ScopeId } from '../words/ids.ts';
import type { Scope, Token } from './marking.ts';
import { repetitionOf } from './run/repetition.ts';
import { planOf, scopeOf, type Run } from './run/run.ts';

/** What goes outwards until somebody takes it. */
export interface Outward {
  readonly kind: 'error' | 'escalation';
  readonly code: string;
}

/** Who takes it: an event at the border of a host, or the start of an event sub-process of a scope. */
export type Catcher = { readonly host: Token; readonly event: Element } | { readonly scope: ScopeId; readonly start: Element };

/** Whether it has not gone meanwhile, with what something else has ended. */
export const isThere = (run: Run, catcher: Catcher): boolean =>
  'host' in catcher ? run.tokens.has(catcher.host.visit) : run.scopes.has(catcher.scope);

/** The nearest around a scope that takes it, each time by its code, then whoever takes any: event sub-processes, the host's border, the scope around. */
export function catcherAround(run: Run, scope: Scope, what: Outward): Catcher | undefined {
  const found = inEventSubProcess(run, scope, what) ?? atHost(run, scope, what);
  if (found || scope.parent === null) return found;
  const outer = scopeOf(run, scope.parent);
  if (scope.kind !== 'event') return catcherAround(run, outer, what);
  // What an event sub-process throws is for those around its scope: neither itself nor its neighbours take it.
  return atHost(run, outer, what) ?? (outer.parent === null ? undefined : catcherAround(run, scopeOf(run, outer.parent), what));
}

/** At the border of this token's own activity. An instance of a multi-instance or a round of a loop has none: it is the whole that is guarded. */
export function catcherAtBorder(run: Run, host: Token, what: Outward): Catcher | undefined {
  const event = repetitionOf(run, host) ? undefined : catching(planOf(run, host.scope).boundaries(host.element), what);
  return event && { host, event };
}

const NONE_INSIDE: ReadonlySet<Scope['kind']> = new Set(['many', 'item', 'loop', 'undo']);

/** While a scope is being undone, its event sub-processes are no longer there. */
function inEventSubProcess(run: Run, scope: Scope, what: Outward): Catcher | undefined {
  if (NONE_INSIDE.has(scope.kind) || scope.phase === 'compensating' || scope.phase === 'cancelling') return undefined;
  const plan = planOf(run, scope.id);
  const container = scope.kind === 'process' || scope.kind === 'call' ? null : scope.element;
  const starts = plan
    .eventSubProcesses(container)
    .flatMap((inner) => plan.inside(inner.id).filter((element) => element.type === 'startEvent'));
  const start = catching(starts, what);
  return start && { scope: scope.id, start };
}

function atHost(run: Run, scope: Scope, what: Outward): Catcher | undefined {
  const host = scope.host === null || scope.kind === 'item' ? undefined : run.tokens.get(scope.host);
  return host && catcherAtBorder(run, host, what);
}

function catching(events: readonly Element[], { kind, code }: Outward): Element | undefined {
  const taking = (takes: (trigger: Coded) => boolean): Element | undefined =>
    events.find((event) => event.triggers.some((trigger) => trigger.kind === kind && takes(trigger)));
  return taking((trigger) => trigger.code === code) ?? taking((trigger) => trigger.code === undefined || trigger.named === true);
}
