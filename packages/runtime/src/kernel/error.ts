import type { Element } from '../diagram/model.ts';
import type { ScopeId } from '../words/ids.ts';
import type { Data, Json } from '../words/json.ts';
import { crossBoundary } from './boundaryEvent.ts';
import { startEventSubProcess } from './eventSubProcess.ts';
import type { Scope, Token } from './marking.ts';
import { closeVisit } from './run/close.ts';
import { raise } from './run/incident.ts';
import { repetitionOf } from './run/repetition.ts';
import { planOf, scopeOf, type Run } from './run/run.ts';

/** An error and where it is thrown: by an end event, which is then done, or by the work of an activity. */
export interface Thrown {
  readonly token: Token;
  readonly code: string;
  readonly payload: Json;
  readonly ends: boolean;
}

/** Hands an error to the nearest that catches it: each time by its code, then whoever takes any. Uncaught it is an incident. */
export function throwError(run: Run, thrown: Thrown): void {
  const { token, code } = thrown;
  const payload: Data = { ...(isMembers(thrown.payload) ? thrown.payload : {}), errorCode: code };
  const catcher = (thrown.ends ? undefined : atBorder(run, token, code)) ?? around(run, scopeOf(run, token.scope), code);
  if (!catcher) return raise(run, token, { code: 'errorUncaught', detail: { code, payload: thrown.payload } });
  if (thrown.ends) closeVisit(run, token, 'completed');
  if ('host' in catcher) crossBoundary(run, { ...catcher, payload, cause: null });
  else startEventSubProcess(run, { ...catcher, payload, cause: null });
}

type Catcher = { readonly host: Token; readonly event: Element } | { readonly scope: ScopeId; readonly start: Element };

/** Looks outwards: a scope's event sub-processes, then the border of its host, then the scope around it. */
function around(run: Run, scope: Scope, code: string): Catcher | undefined {
  const found = (inEventSubProcess(run, scope, code) ?? atHost(run, scope, code)) as Catcher | undefined;
  if (found || scope.parent === null) return found;
  const outer = scopeOf(run, scope.parent);
  // What an event sub-process throws is for those around its scope: neither itself nor its neighbours catch it.
  return scope.kind === 'event'
    ? (atHost(run, outer, code) ?? (outer.parent === null ? undefined : around(run, scopeOf(run, outer.parent), code)))
    : around(run, outer, code);
}

function inEventSubProcess(run: Run, scope: Scope, code: string): Catcher | undefined {
  if (scope.kind === 'many' || scope.kind === 'item' || scope.kind === 'loop') return undefined;
  const plan = planOf(run, scope.id);
  const container = scope.kind === 'process' || scope.kind === 'call' ? null : scope.element;
  const starts = plan
    .eventSubProcesses(container)
    .flatMap((inner) => plan.inside(inner.id).filter((element) => element.type === 'startEvent'));
  const start = catching(starts, code);
  return start && { scope: scope.id, start };
}

function atHost(run: Run, scope: Scope, code: string): Catcher | undefined {
  const host = scope.host === null || scope.kind === 'item' ? undefined : run.tokens.get(scope.host);
  return host && atBorder(run, host, code);
}

/** An instance of a multi-instance and a round of a loop have no border of their own: it is the whole that is guarded. */
function atBorder(run: Run, host: Token, code: string): Catcher | undefined {
  const event = repetitionOf(run, host) ? undefined : catching(planOf(run, host.scope).boundaries(host.element), code);
  return event && { host, event };
}

function catching(events: readonly Element[], code: string): Element | undefined {
  const takes = (wanted: string | undefined): Element | undefined =>
    events.find((event) => event.triggers.some((trigger) => trigger.kind === 'error' && trigger.code === wanted));
  return takes(code) ?? takes(undefined);
}

const isMembers = (value: Json): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);
