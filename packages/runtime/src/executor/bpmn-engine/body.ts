import type { Arrival, Incident, Scope, Token, Wait } from '../../ports/executor.ts';
import type { VisitId } from '../../words/ids.ts';
import type { Json } from '../../words/json.ts';

/**
 * What is kept of a case between two steps: the engine's own state, without any diagram, and the names under which the office knows
 * the engine's executions. `exec` is an execution id of the engine.
 */
export interface Body {
  /** One counter for visit, scope and wait ids; never goes back. */
  readonly next: number;
  readonly scopes: readonly RunningScope[];
  readonly visits: readonly Visit[];
  readonly arrivals: readonly Arriving[];
  readonly waits: readonly Wait[];
  readonly incidents: readonly Incident[];
  /** Null where nothing runs: the case is over, or ran away as it began. */
  readonly engine: Json;
}

/** A scope as the port knows it, with what the engine runs for it. */
export interface RunningScope extends Scope {
  /** The running process or inside of a sub-process; null for a multi-instance and its items, which run where their activity does. */
  readonly exec: string | null;
  /** Its first tokens have been set. */
  readonly begun: boolean;
}

/** A visit as the port knows it, with the execution of the engine that it stands for. */
export interface Visit extends Token {
  readonly exec: string;
  /** What is to be done when a token comes has been done. */
  readonly begun: boolean;
  /** Its work is done, but over which flows it goes on could not be told. */
  readonly stuck?: boolean;
  /** A join that has fired: it stands in the trail already. */
  readonly joined?: true;
}

/** A flow that was taken and whose token has not been taken up yet. */
export interface Arriving extends Arrival {
  readonly sequence: string;
  /** The host of the non-interrupting event that it came from. */
  readonly side?: VisitId;
}
