import type { Plan } from '../../plan/plan.ts';
import type { ElementId, Instant, ScopeId, VisitId, WaitId } from '../../words/ids.ts';
import type { Data } from '../../words/json.ts';
import { BrokenPromise, type Refused } from '../../words/refusal.ts';
import type { Effect } from '../effect.ts';
import type { Arrival, Compensable, Incident, Marking, Parked, Scope, Token, Wait } from '../marking.ts';
import type { Plans, StepInput } from '../stimulus.ts';

/** What is to be done next inside a step. */
export type Micro =
  /** A token has come to its element; `again` after an incident. */
  | { readonly do: 'enter'; readonly visit: VisitId; readonly again: boolean }
  /** All else rests, so a token that throws a signal may throw it. */
  | { readonly do: 'throw'; readonly visit: VisitId }
  /** The work of an activity is done. */
  | { readonly do: 'finished'; readonly visit: VisitId }
  /** A token has come to a parallel join. */
  | { readonly do: 'join'; readonly join: ElementId; readonly scope: ScopeId }
  /** The last token of a scope may be gone. */
  | { readonly do: 'drained'; readonly scope: ScopeId }
  /** What a wait waited for has come; `cause` is the visit that threw it, where it came from within the case. */
  | { readonly do: 'occur'; readonly wait: WaitId; readonly payload: Data; readonly cause: VisitId | null };

/** A marking while a step works on it: mutable, indexed by id, lives for one step only. */
export interface Run {
  readonly plans: Plans;
  readonly at: Instant;
  next: number;
  readonly data: { [scope: string]: Data };
  readonly scopes: Map<ScopeId, Scope>;
  readonly tokens: Map<VisitId, Token>;
  readonly waits: Map<WaitId, Wait>;
  readonly incidents: Map<WaitId, Incident>;
  arrivals: Arrival[];
  parked: Parked[];
  resetting: Marking['resetting'];
  undoable: readonly Compensable[];
  readonly queue: Micro[];
  /** Tokens that throw a signal once all else rests. */
  readonly throwing: VisitId[];
  readonly effects: Effect[];
  /** How often the data have changed in this step, and for which of these states a condition was last asked. */
  changes: number;
  readonly asked: Map<WaitId, number>;
  /** Set by whatever finds that the step must not happen; nothing of it is kept. */
  refused: Refused | undefined;
}

/** A case that has not begun. */
export const EMPTY: Marking = {
  format: 1,
  semantics: 1,
  next: 1,
  scopes: [],
  tokens: [],
  arrivals: [],
  waits: [],
  resetting: [],
  undoable: [],
  parked: [],
  incidents: [],
};

/** Takes a marking up for one step; costs as much as it has tokens. */
export function openRun(input: Pick<StepInput, 'plans' | 'marking' | 'data' | 'at'>): Run {
  const marking = input.marking ?? EMPTY;
  return {
    plans: input.plans,
    at: input.at,
    next: marking.next,
    data: { ...input.data },
    scopes: new Map(marking.scopes.map((scope) => [scope.id, scope])),
    tokens: new Map(marking.tokens.map((token) => [token.visit, token])),
    waits: new Map(marking.waits.map((wait) => [wait.id, wait])),
    incidents: new Map(marking.incidents.map((incident) => [incident.id, incident])),
    arrivals: [...marking.arrivals],
    parked: [...marking.parked],
    resetting: marking.resetting,
    undoable: marking.undoable,
    queue: [],
    throwing: [],
    effects: [],
    changes: 0,
    asked: new Map(),
    refused: undefined,
  };
}

/** Lays the marking down again: lists stand in the order in which their members came. */
export const toMarking = (run: Run): Marking => ({
  format: 1,
  semantics: 1,
  next: run.next,
  scopes: [...run.scopes.values()],
  tokens: [...run.tokens.values()],
  arrivals: run.arrivals,
  waits: [...run.waits.values()],
  resetting: run.resetting,
  undoable: run.undoable,
  parked: run.parked,
  incidents: [...run.incidents.values()],
});

/** The number for the next visit, scope or wait. */
export function number(run: Run): number {
  const taken = run.next;
  run.next += 1;
  return taken;
}

/** A scope that must be there, because something that lives names it. */
export function scopeOf(run: Run, id: ScopeId): Scope {
  const scope = run.scopes.get(id);
  if (!scope) throw new BrokenPromise(`no scope ${id} in the marking`);
  return scope;
}

/** The compiled definition that a scope runs; whoever calls `step` has loaded it. */
export function planOf(run: Run, scope: ScopeId): Plan {
  const { definition } = scopeOf(run, scope);
  const plan = run.plans.get(definition);
  if (!plan) throw new BrokenPromise(`definition ${definition} was not loaded for the step`);
  return plan;
}
