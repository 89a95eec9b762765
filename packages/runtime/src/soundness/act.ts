import type { Stimulus } from '../kernel/stimulus.ts';
import type { ElementId, ScopeId } from '../words/ids.ts';
import type { Json } from '../words/json.ts';

/** A value that was chosen because a condition asks for it; without a scope it is the case's own. */
export interface Choice {
  readonly name: string;
  readonly value: Json;
  readonly scope: ScopeId | null;
  /** Whether it is what the step itself decides or writes, or was written before. */
  readonly now: boolean;
}

/** What somebody or something does in an explored run. */
export interface Act {
  readonly kind:
    | 'start'
    | 'complete'
    | 'answer'
    | 'fault'
    | 'due'
    | 'message'
    | 'signal'
    | 'escalate'
    | 'change'
    | 'startAdHoc'
    | 'completeAdHoc';
  readonly element: ElementId;
  readonly stimulus: Stimulus;
  readonly choices: readonly Choice[];
  /** Names that have a new value, not chosen yet. */
  readonly opens: ReadonlyMap<string, 'some' | 'maybe'>;
}
