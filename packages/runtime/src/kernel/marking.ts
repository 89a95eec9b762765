import type { Data, Json } from '../words/json.ts';
import type { DefinitionRef, ElementId, FlowId, ScopeId, VisitId, WaitId } from '../words/ids.ts';

/**
 * Where a case stands: persisted, BPMN ids only, no times, no indexes of a plan. Its size follows the live tokens, never the diagram
 * nor the history. `format` numbers its shape, `semantics` the rules under which it was written; both are read for ever.
 */
export interface Marking {
  readonly format: 1;
  readonly semantics: 1;
  /** One counter for visit, scope and wait ids; never goes back. */
  readonly next: number;
  readonly scopes: readonly Scope[];
  readonly tokens: readonly Token[];
  readonly arrivals: readonly Arrival[];
  readonly waits: readonly Wait[];
  /** Complex gateways that have fired and wait for the rest of their tokens. */
  readonly resetting: readonly Resetting[];
  readonly undoable: readonly Compensable[];
  readonly parked: readonly Parked[];
  readonly incidents: readonly Incident[];
}

/** A complex gateway that waits to be reset: the flows of which it took a token when it started, and the join of its trail that did so. */
export interface Resetting {
  readonly gateway: ElementId;
  readonly scope: ScopeId;
  readonly taken: readonly FlowId[];
  readonly by?: VisitId;
}

export type ScopeKind = 'process' | 'sub' | 'event' | 'call' | 'transaction' | 'adHoc' | 'many' | 'item' | 'loop' | 'undo';

export interface Scope {
  readonly id: ScopeId;
  readonly parent: ScopeId | null;
  readonly definition: DefinitionRef;
  /** The sub-process, the call activity, the multi-instance activity, what asked for something to be undone; for the process itself its own key. */
  readonly element: ElementId;
  readonly kind: ScopeKind;
  /** The visit of the activity that this scope is the inside of. */
  readonly host: VisitId | null;
  /** `completing`: only its event sub-processes still run, and no more of them begin. `ending`: an ad-hoc sub-process in which nothing more is begun. */
  readonly phase: 'running' | 'completing' | 'interrupted' | 'compensating' | 'cancelling' | 'ending';
  /** Small values the kernel keeps for itself, as the item of an instance. */
  readonly locals: Data;
  /** Of a multi-instance that began under v0.3 or before; today's stands with its token. */
  readonly many?: ManyState;
  readonly loop?: number;
  /** The names of data that live with this run of a sub-process; absent: it has none of its own. */
  readonly keeps?: readonly string[];
}

/** How far a multi-instance is: instances completed, instances taken away without completing; `rest` holds the items not begun, when in turn. */
export interface ManyState {
  readonly total: number;
  readonly done: number;
  readonly ended: number;
  readonly rest: readonly Json[];
  readonly inTurn: boolean;
}

export interface Instance {
  readonly index: number;
  readonly item: Json;
}

/** A token stays at an element as a visit. `from`: its direct parents in the trail. */
export interface Token {
  readonly visit: VisitId;
  readonly element: ElementId;
  readonly scope: ScopeId;
  readonly from: readonly VisitId[];
  /** The host of the non-interrupting event that it came from. */
  readonly side?: VisitId;
  readonly instance?: Instance;
  /** Of the whole of a multi-instance: every instance that is done changes the list of tokens anyway, and that of scopes only for this. */
  readonly many?: ManyState;
  /** At a complex gateway: it stands for tokens that came late. */
  readonly late?: boolean;
}

/** A token that has come to a join and waits there for the others. */
export interface Arrival {
  readonly join: ElementId;
  readonly flow: FlowId;
  readonly scope: ScopeId;
  readonly from: VisitId;
}

export type WaitKind = 'task' | 'job' | 'timer' | 'message' | 'signal' | 'condition';

export interface Wait {
  readonly id: WaitId;
  readonly kind: WaitKind;
  readonly element: ElementId;
  readonly scope: ScopeId;
  /** Null: the start of an event sub-process. */
  readonly visit: VisitId | null;
  /** Cycles: how many firings are left. */
  readonly left?: number;
  /** Cycles: how often it has fired; absent = never. The next firing is occurrence `fired + 1`. */
  readonly fired?: number;
  /** Conditions are edge-triggered: what it was. */
  readonly was?: boolean;
  readonly name?: string;
  readonly key?: Json;
  /** Waits of one event-based gateway, or of one multiple event. */
  readonly group?: WaitId;
  /** Of a parallel multiple event: it has come, with this, and the others are still waited for. */
  readonly met?: boolean;
  readonly payload?: Data;
}

/** A completed activity that can be undone, in the scope in which it was done. */
export interface Compensable {
  readonly visit: VisitId;
  readonly element: ElementId;
  /** The activity or event sub-process that undoes it; itself where what was done inside is undone. */
  readonly handler: ElementId;
  readonly scope: ScopeId;
  /** Completed later = greater. */
  readonly order: number;
  /** The host of the non-interrupting event that led to it: what came of that is undone first. */
  readonly beside?: VisitId;
  /** What its inside was, where it must be opened again to undo it; of a call the definition. */
  readonly as?: Exclude<ScopeKind, 'process' | 'event' | 'undo'>;
  readonly definition?: DefinitionRef;
  /** What the scope kept for itself, and its data when it was completed, where it had data of its own. */
  readonly locals: Data;
  readonly data?: Data;
  /** What can be undone inside, in the order in which it was completed. */
  readonly inner: readonly Compensable[];
}

/** "Straight back": the returner's token, parked until that visit is completed. */
export interface Parked {
  readonly until: VisitId;
  readonly token: Token;
}

export interface Incident {
  readonly id: WaitId;
  readonly element: ElementId;
  readonly visit: VisitId | null;
  readonly code: IncidentCode;
  readonly detail: Json;
}

/** Why a case stands still and a person must look; closed. */
export type IncidentCode =
  | 'conditionUndecided'
  | 'decisionUndecided'
  | 'noWayOn'
  | 'errorUncaught'
  | 'listEmpty'
  | 'listInvalid'
  | 'jobFailed'
  | 'mappingFailed'
  | 'timerInvalid'
  | 'callUnknown'
  | 'stepBudget';

/**
 * The trail: one pass per visit and per join firing, naming the arrivals it consumed. Loaded only for moves. A visit that is taken back
 * later gets a second pass, `takenBack`; of two passes of a visit the later one counts. A jump and a waking leave a pass of their own, `moved`,
 * at the element where they put a token: it came from what was taken, and the token comes from it.
 */
export interface Pass {
  readonly visit: VisitId;
  readonly element: ElementId;
  readonly scope: ScopeId;
  readonly from: readonly VisitId[];
  readonly consumed?: readonly Arrival[];
  /** The version under which it was passed, where the case has gone over to another since. */
  readonly version?: DefinitionRef;
  /** The firing of a complex gateway that this one, of tokens that came late, belongs to. */
  readonly resets?: VisitId;
  readonly closed: 'completed' | 'interrupted' | 'takenBack' | 'cancelled' | 'joined' | 'moved';
}
