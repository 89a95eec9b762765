import type { Plan } from '../../plan/plan.ts';
import type { Data } from '../../words/json.ts';
import type { ElementId, Instant, ScopeId, VisitId, WaitId } from '../../words/ids.ts';
import { BrokenPromise, type Refused } from '../../words/refusal.ts';
import type { Effect } from '../effect.ts';
import type { Arrival, Compensable, Incident, Marking, Parked, Scope, Token, Wait } from '../marking.ts';
import type { Plans, StepInput } from '../stimulus.ts';
import { DataOfScopes } from './dataOfScopes.ts';
import type { Inside } from './inside.ts';
import { type Index, type Shape, Table } from './table.ts';

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
  readonly data: DataOfScopes;
  readonly scopes: Table<ScopeId, Scope, 'host' | 'parent'>;
  readonly tokens: Table<VisitId, Token, 'scope'>;
  readonly waits: Table<WaitId, Wait, 'visit' | 'start' | 'asked'>;
  readonly incidents: Table<WaitId, Incident, 'visit'>;
  arrivals: readonly Arrival[];
  parked: readonly Parked[];
  resetting: Marking['resetting'];
  undoable: readonly Compensable[];
  /** Scopes that have completed in this step, by the visit that they were the inside of. */
  inside: Map<VisitId, Inside> | undefined;
  readonly queue: Micro[];
  /** Tokens that throw a signal once all else rests. */
  readonly throwing: VisitId[];
  readonly effects: Effect[];
  /** How often the data have changed in this step, and for which of these states a condition was last asked. */
  changes: number;
  asked: Map<WaitId, number> | undefined;
  /** How many scopes have opened in this step; a call counts once more for each that it lies within, which all have to be told of it. */
  opened: number;
  /** Set by whatever finds that the step must not happen; nothing of it is kept. */
  refused: Refused | undefined;
  /** The case has ended in this step: what was still to be looked at no longer ends it. */
  ended: boolean;
}

const SCOPES: Shape<Scope, 'host' | 'parent'> = {
  id: ({ id }) => id,
  by: { host: ({ host }) => host, parent: ({ parent }) => parent },
};
const TOKENS: Shape<Token, 'scope'> = { id: ({ visit }) => visit, by: { scope: ({ scope }) => scope }, seldom: 'scope' };
/**
 * `start`: by scope, what waits for nobody there, as the start of an event sub-process does. `asked`: by kind, what is looked for in the
 * whole case again and again.
 */
const WAITS: Shape<Wait, 'visit' | 'start' | 'asked'> = {
  id: ({ id }) => id,
  by: {
    visit: ({ visit }) => visit,
    start: ({ visit, scope }) => (visit === null ? scope : null),
    asked: ({ kind }) => (kind === 'condition' || kind === 'signal' || kind === 'message' ? kind : null),
  },
};
const INCIDENTS: Shape<Incident, 'visit'> = { id: ({ id }) => id, by: { visit: ({ visit }) => visit } };

/** Indexes of long lists. The step that goes on from a marking takes them along, so they are built once and not with every step. */
interface Indexes {
  readonly scopes: Index<Scope> | undefined;
  readonly tokens: Index<Token> | undefined;
  readonly waits: Index<Wait> | undefined;
  readonly incidents: Index<Incident> | undefined;
}

const indexes = new WeakMap<Marking, Indexes>();

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
  const kept = indexes.get(marking);
  if (kept) indexes.delete(marking);
  return {
    plans: input.plans,
    at: input.at,
    next: marking.next,
    data: new DataOfScopes(input.data),
    scopes: new Table(marking.scopes, SCOPES, kept?.scopes),
    tokens: new Table(marking.tokens, TOKENS, kept?.tokens),
    waits: new Table(marking.waits, WAITS, kept?.waits),
    incidents: new Table(marking.incidents, INCIDENTS, kept?.incidents),
    arrivals: marking.arrivals,
    parked: marking.parked,
    resetting: marking.resetting,
    undoable: marking.undoable,
    inside: undefined,
    queue: [],
    throwing: [],
    effects: [],
    changes: 0,
    asked: undefined,
    opened: 0,
    refused: undefined,
    ended: false,
  };
}

/** Lays the marking down again: lists stand in the order of their members' numbers. */
export function toMarking(run: Run): Marking {
  const { scopes, tokens, waits, incidents } = run;
  const marking: Marking = {
    format: 1,
    semantics: 1,
    next: run.next,
    scopes: scopes.values(),
    tokens: tokens.values(),
    arrivals: run.arrivals,
    waits: waits.values(),
    resetting: run.resetting,
    undoable: run.undoable,
    parked: run.parked,
    incidents: incidents.values(),
  };
  const taken: Indexes = {
    scopes: scopes.takeIndex(),
    tokens: tokens.takeIndex(),
    waits: waits.takeIndex(),
    incidents: incidents.takeIndex(),
  };
  if (taken.scopes ?? taken.tokens ?? taken.waits ?? taken.incidents) indexes.set(marking, taken);
  return marking;
}

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
export const planOf = (run: Run, scope: ScopeId): Plan => planFor(run, scopeOf(run, scope));

/** As `planOf`, with the scope at hand. */
export function planFor(run: Run, { definition }: Scope): Plan {
  const plan = run.plans.get(definition);
  if (!plan) throw new BrokenPromise(`definition ${definition} was not loaded for the step`);
  return plan;
}
