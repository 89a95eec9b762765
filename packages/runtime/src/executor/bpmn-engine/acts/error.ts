import type { Coded, Element } from '../../../diagram/model.ts';
import type { ScopeId } from '../../../words/ids.ts';
import type { Data, Json } from '../../../words/json.ts';
import type { RunningScope, Visit } from '../body.ts';
import { closeVisit } from '../step/close.ts';
import { raise } from '../step/incident.ts';
import { planOf, scopeOf, type Step } from '../step/step.ts';
import { crossBoundary } from './boundary.ts';
import { startEventSubProcess } from './eventSubProcess.ts';

/** An error and where it is thrown: by an end event, which is then done, or by the work of an activity. */
export interface Thrown {
  readonly visit: Visit;
  readonly code: string;
  readonly payload: Json;
  readonly ends: boolean;
}

type Catcher = { readonly host: Visit; readonly event: Element } | { readonly scope: ScopeId; readonly start: Element };

/** Hands an error to the nearest that catches it: each time by its code, then whoever takes any. Uncaught it is an incident. */
export function throwError(step: Step, thrown: Thrown): void {
  const { visit, code } = thrown;
  const payload: Data = { ...(isMembers(thrown.payload) ? thrown.payload : {}), errorCode: code };
  const catcher = (thrown.ends ? undefined : atBorder(step, visit, code)) ?? around(step, scopeOf(step, visit.scope), code);
  if (!catcher) return raise(step, visit, { code: 'errorUncaught', detail: { code, payload: thrown.payload } });
  if (thrown.ends) closeVisit(step, visit, 'completed');
  if ('host' in catcher) crossBoundary(step, { ...catcher, payload, cause: null });
  else startEventSubProcess(step, { ...catcher, payload, cause: null });
}

/** Looks outwards: a scope's event sub-processes, then the border of its host, then the scope around it. */
function around(step: Step, scope: RunningScope, code: string): Catcher | undefined {
  const found = inEventSubProcess(step, scope, code) ?? atHost(step, scope, code);
  if (found || scope.parent === null) return found;
  const outer = scopeOf(step, scope.parent);
  if (scope.kind !== 'event') return around(step, outer, code);
  // What an event sub-process throws is for those around its scope: neither itself nor its neighbours catch it.
  return atHost(step, outer, code) ?? (outer.parent === null ? undefined : around(step, scopeOf(step, outer.parent), code));
}

function inEventSubProcess(step: Step, scope: RunningScope, code: string): Catcher | undefined {
  if (scope.kind === 'many' || scope.kind === 'item') return undefined;
  const plan = planOf(step, scope.id);
  const container = scope.kind === 'process' || scope.kind === 'call' ? null : scope.element;
  const starts = plan
    .eventSubProcesses(container)
    .flatMap((inner) => plan.inside(inner.id).filter((element) => element.type === 'startEvent'));
  const start = catching(starts, code);
  return start && { scope: scope.id, start };
}

function atHost(step: Step, scope: RunningScope, code: string): Catcher | undefined {
  const host = scope.host === null || scope.kind === 'item' ? undefined : step.visits.get(scope.host);
  return host && atBorder(step, host, code);
}

/** An instance of a multi-instance has no border of its own: it is the whole that is guarded. */
function atBorder(step: Step, host: Visit, code: string): Catcher | undefined {
  const event = host.instance ? undefined : catching(planOf(step, host.scope).boundaries(host.element), code);
  return event && { host, event };
}

function catching(events: readonly Element[], code: string): Element | undefined {
  const taking = (takes: (trigger: Coded) => boolean): Element | undefined =>
    events.find((event) => event.triggers.some((trigger) => trigger.kind === 'error' && takes(trigger)));
  return taking((trigger) => trigger.code === code) ?? taking((trigger) => trigger.code === undefined || trigger.named === true);
}

const isMembers = (value: Json): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);
