import type { Element } from '../../../diagram/model.ts';
import type { Plan } from '../../../plan/plan.ts';
import type { Effect, Incident, Plans, StepInput, Wait } from '../../../ports/executor.ts';
import type { ElementId, FlowId, Instant, ScopeId, VisitId, WaitId } from '../../../words/ids.ts';
import type { Data } from '../../../words/json.ts';
import { BrokenPromise, type Refused } from '../../../words/refusal.ts';
import type { Arriving, Body, RunningScope, Visit } from '../body.ts';
import type { Outbound } from '../elements/native.ts';
import type { Live } from '../engine/live.ts';

/** What is to be done once the engine rests: the engine never acts upon itself. */
export type Todo = () => unknown;

/** A case while one step works on it: the engine's executions by our names, and what is asked of the world. Lives for one step only. */
export interface Step {
  readonly plans: Plans;
  readonly at: Instant;
  next: number;
  readonly data: { [scope: string]: Data };
  readonly scopes: Map<ScopeId, RunningScope>;
  readonly visits: Map<VisitId, Visit>;
  readonly waits: Map<WaitId, Wait>;
  readonly incidents: Map<WaitId, Incident>;
  arrivals: Arriving[];
  readonly effects: Effect[];
  readonly todo: Todo[];
  /** Tokens that throw a signal once all else rests. */
  readonly throwing: VisitId[];
  /** Activities that are done and ask over which flows to go on. */
  readonly asking: Map<VisitId, (flows: Outbound) => void>;
  /** The one flow that a visit goes on over: an event-based gateway whose event has come, with who threw it. */
  readonly chosen: Map<VisitId, { readonly flow: FlowId; readonly cause: VisitId | null }>;
  /** Visits of events that have happened already. */
  readonly happened: Set<VisitId>;
  /** Flows that the adapter takes, by their sequence: they are no way that the case went unless they say so. */
  readonly announced: Map<string, Announced>;
  /** Visits that are over by our account and that the engine has still to let go on, by their execution. */
  readonly leaving: Map<string, Visit>;
  /** Who has left an element in this step, by its name in its scope: flows are taken after their source is over. */
  readonly left: Map<string, Visit>;
  taken: number;
  live: Live;
  refused: Refused | undefined;
  /** What a listener has thrown: the engine may swallow it. */
  failed: unknown;
  over: boolean;
}

/** A token that the adapter sets: who it comes from. */
export interface Announced {
  readonly parents: readonly VisitId[];
  readonly side?: VisitId | undefined;
  /** The flow is one that the case goes over. */
  readonly counts?: boolean;
  /** What it comes to has happened already, and is not waited for. */
  readonly happened?: boolean;
  /** The start event that begins this event sub-process. */
  readonly start?: ElementId;
}

/** So many flows and elements a step may pass; a diagram that runs in circles by itself passes more. */
export const STEP_BUDGET = 10_000;

/** A diagram runs in circles by itself. */
export class Runaway extends Error {
  override readonly name = 'Runaway';
}

/** Takes a case up for one step. */
export function openStep(input: Pick<StepInput, 'plans' | 'at' | 'data'>, body: Body | null, live: Live): Step {
  return {
    plans: input.plans,
    at: input.at,
    next: body?.next ?? 1,
    data: { ...input.data },
    scopes: new Map((body?.scopes ?? []).map((scope) => [scope.id, scope])),
    visits: new Map((body?.visits ?? []).map((visit) => [visit.visit, visit])),
    waits: new Map((body?.waits ?? []).map((wait) => [wait.id, wait])),
    incidents: new Map((body?.incidents ?? []).map((incident) => [incident.id, incident])),
    arrivals: [...(body?.arrivals ?? [])],
    effects: [],
    todo: [],
    throwing: [],
    asking: new Map(),
    chosen: new Map(),
    happened: new Set(),
    announced: new Map(),
    leaving: new Map(),
    left: new Map(),
    taken: 0,
    live,
    refused: undefined,
    failed: undefined,
    over: false,
  };
}

/** Lays it down again. A case that is over keeps its root scope, so that its data still have a name, and nothing of the engine. */
export const bodyOf = (step: Step): Body => ({
  next: step.next,
  scopes: [...step.scopes.values()],
  visits: [...step.visits.values()],
  arrivals: step.arrivals,
  waits: [...step.waits.values()],
  incidents: [...step.incidents.values()],
  engine: step.over || !lives(step) ? null : step.live.state(),
});

/** Without any token there is nothing that the engine would have to remember: a start that ran away. */
const lives = (step: Step): boolean => step.visits.size > 0 || step.arrivals.length > 0;

/** The number for the next visit, scope or wait. */
export function number(step: Step): number {
  const taken = step.next;
  step.next += 1;
  return taken;
}

/** A scope that must be there, because something that lives names it. */
export function scopeOf(step: Step, id: ScopeId): RunningScope {
  const scope = step.scopes.get(id);
  if (!scope) throw new BrokenPromise(`no scope ${id} in the case`);
  return scope;
}

/** The compiled definition that a scope runs; whoever steps has loaded it. */
export function planOf(step: Step, scope: ScopeId): Plan {
  const { definition } = scopeOf(step, scope);
  const plan = step.plans.get(definition);
  if (!plan) throw new BrokenPromise(`definition ${definition} was not loaded for the step`);
  return plan;
}

/** An element that the case names. */
export function elementOf(step: Step, scope: ScopeId, id: ElementId): Element {
  const element = planOf(step, scope).element(id);
  if (!element) throw new BrokenPromise(`no element ${id} in ${planOf(step, scope).ref}`);
  return element;
}

/** Does something about a visit when its turn comes, if it is still there then. */
export function later(step: Step, visit: VisitId, does: Todo): void {
  step.todo.push(() => step.visits.has(visit) && does());
}

/** Writes down what is new about a visit. */
export function change(step: Step, visit: Visit, more: Partial<Visit>): Visit {
  const next = { ...visit, ...more };
  step.visits.set(visit.visit, next);
  return next;
}
