import type { Json } from '../words/json.ts';

/** POST /api/cases/:case/retry: has what stands still tried again, with other values where some are given. */
export interface RetryIncident {
  readonly request: string;
  readonly incident: string;
  /** `was`: the value that it was based on. */
  readonly values: { readonly [field: string]: { readonly to: Json; readonly was?: Json } };
  /** Must be said where values are changed. */
  readonly reason: string;
}

/** POST /api/cases/:case/skip: goes on as if what stands still had been done. */
export interface SkipIncident {
  readonly request: string;
  readonly incident: string;
  /** The way on, where there are several. */
  readonly flow?: string;
  readonly reason: string;
}

/** POST /api/cases/:case/jump: takes what stands at these visits and puts the case at a step. */
export interface JumpCase {
  readonly request: string;
  readonly take: readonly string[];
  readonly to: { readonly element: string; readonly scope: string };
  readonly reason: string;
}

/** POST /api/cases/:case/reopen */
export interface ReopenCase {
  readonly request: string;
  readonly at: string;
  readonly reason: string;
}

/** POST /api/cases/:case/signers: adds people or units to a countersigning that runs. */
export interface AddSigners {
  readonly request: string;
  readonly host: string;
  /** People or units; none where the list is of numbers. */
  readonly items: readonly string[];
  /** How many more, where the list is of numbers. */
  readonly more?: number;
  /** In turn: whether they come next or last. */
  readonly where: 'next' | 'last';
  readonly reason: string;
}

/** POST /api/cases/:case/signers/remove */
export interface RemoveSigner {
  readonly request: string;
  readonly visit: string;
  readonly reason: string;
}

/** POST /api/cases/:case/begin: begins a step of an ad-hoc sub-process. */
export interface BeginStep {
  readonly request: string;
  readonly scope: string;
  readonly element: string;
}

/** POST /api/cases/:case/conclude: an ad-hoc sub-process is done. */
export interface ConcludeSteps {
  readonly request: string;
  readonly scope: string;
  readonly reason: string;
}
