import type { DefinitionRef, ElementId, ScopeId, VisitId } from '../words/ids.ts';
import type { Json } from '../words/json.ts';
import type { Refused } from '../words/refusal.ts';
import type { Text } from '../words/text.ts';
import type { AdHocChoice } from '../kernel/adHocChoices.ts';
import type { Effect } from '../kernel/effect.ts';
import type { Marking, Pass, Wait } from '../kernel/marking.ts';
import type { Examined } from '../kernel/moves/migration/examine.ts';
import type { MigrationMap } from '../kernel/moves/migration/targets.ts';
import type { MoveChoice, MoveKind, Plans, StepInput } from '../kernel/stimulus.ts';

// The words of the port: an executor that is not the kernel knows nothing else of it.
export type { Change, ScopedData } from '../kernel/change.ts';
export type { Effect } from '../kernel/effect.ts';
export type { Arrival, Incident, IncidentCode, Instance, ManyState, Pass, Scope, Token, Wait } from '../kernel/marking.ts';
export type { Move, MoveChoice, MoveKind, MoveObstacle, Plans, StepInput, Stimulus } from '../kernel/stimulus.ts';

/** What an executor remembers of a case; opaque to all others. A case keeps the executor that it began with. */
export interface Snapshot {
  readonly executor: 'kernel' | 'bpmn-engine';
  readonly format: number;
  readonly definition: DefinitionRef;
  readonly body: Json;
}

/** What lives in a case: its scopes, what stands in them, what waits at joins, and its incidents. */
export type Standing = Pick<Marking, 'scopes' | 'tokens' | 'arrivals' | 'incidents'>;

/** Runs definitions. Asynchronous, because the second executor is. */
export interface Executor {
  readonly name: Snapshot['executor'];
  /** What of these definitions it cannot run, by element and reason; asked at publish. */
  unsupported(plans: Plans): readonly { readonly element: ElementId; readonly construct: string; readonly reason: Required<Text> }[];
  advance(
    input: Omit<StepInput, 'marking'> & { readonly snapshot: Snapshot | null },
  ): Promise<{ readonly ok: true; readonly snapshot: Snapshot; readonly effects: readonly Effect[] } | Refused>;
  choices(input: {
    readonly plans: Plans;
    readonly snapshot: Snapshot;
    readonly trail: readonly Pass[];
    /** Null: of the case as a whole. */
    readonly from: VisitId | null;
    /** Jumps: what is taken together with `from`. */
    readonly beside?: readonly VisitId[];
    /** Without a word: what the doer of a step may do, returning and withdrawing. */
    readonly kinds?: readonly MoveKind[];
  }): Promise<readonly MoveChoice[]>;
  /** What somebody may begin now, or say to be done, in ad-hoc sub-processes. Absent where it runs none. */
  adHocChoices?(of: { readonly plans: Plans; readonly snapshot: Snapshot }): readonly AdHocChoice[];
  /** What stands where, and what stands still, for whoever looks after the case. Nothing: it moves nothing about, and has no incidents. */
  standing?(snapshot: Snapshot): Standing | undefined;
  /** The data scopes that this scope sees, its own first, up to the call it is in and no further. The last is the definition's own. */
  dataScopes(snapshot: Snapshot, scope: ScopeId): readonly ScopeId[];
  /** What is open now: compared between executors, and with the rows at start. */
  open(snapshot: Snapshot): readonly Pick<Wait, 'id' | 'kind' | 'element' | 'visit'>[];
  /** What going over to another version would mean for the case, every reason against it. Nothing: it cannot move it to another version. */
  migration?(input: {
    readonly plans: Plans;
    readonly snapshot: Snapshot;
    readonly to: DefinitionRef;
    readonly map: MigrationMap;
  }): Examined | undefined;
  /** The snapshot of before, for a case that is put back to it; no number that was used since is used again. */
  restored?(before: Snapshot, now: Snapshot): Snapshot | undefined;
  /** Which definitions the case runs now, its own and the called ones it has pinned: to be loaded before a step. */
  definitions(snapshot: Snapshot): readonly DefinitionRef[];
}
