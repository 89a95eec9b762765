import type { DefinitionRef, ElementId, FlowId, Instant, ScopeId, VisitId, WaitId } from '../words/ids.ts';
import type { Data, Json } from '../words/json.ts';
import type { Refused } from '../words/refusal.ts';
import type { Plan } from '../plan/plan.ts';
import type { Change, ScopedData } from './change.ts';
import type { Effect } from './effect.ts';
import type { Marking, Pass, WaitKind } from './marking.ts';

/** The compiled definitions of a step, loaded with all that they can call before it. */
export interface Plans {
  readonly root: DefinitionRef;
  get(ref: DefinitionRef): Plan | undefined;
  /** The version of a called process that a new call pins: the latest published at that moment. */
  pin(key: string): DefinitionRef | undefined;
}

/** Moves of people over the diagram. */
export type Move =
  /** 退回. `redo`: branches that had run beside are done again; `straightBack`: the target goes straight back to the returner. */
  | {
      readonly kind: 'return';
      readonly from: VisitId;
      readonly to: VisitId;
      readonly siblings: 'keep' | 'redo';
      readonly then: 'flow' | 'straightBack';
    }
  /** 撤回: a visit I completed, its successors untouched. */
  | { readonly kind: 'withdraw'; readonly visit: VisitId }
  /** 跳转: what stands or waits at a join is taken, tokens are put elsewhere; `fresh` opens the sub-processes around an element. */
  | { readonly kind: 'jump'; readonly take: readonly VisitId[]; readonly put: readonly Put[] }
  /** 加签. `where`: in turn, whether the new items come next or last, which they do where it is not said. */
  | { readonly kind: 'addInstance'; readonly host: VisitId; readonly items: readonly Json[]; readonly where?: 'next' | 'last' }
  /** 减签. */
  | { readonly kind: 'removeInstance'; readonly visit: VisitId }
  | { readonly kind: 'migrate'; readonly to: DefinitionRef; readonly map: { readonly [from: string]: ElementId } }
  /** 唤醒: an ended case is opened again at a step. */
  | { readonly kind: 'reopen'; readonly at: ElementId }
  | { readonly kind: 'compensate'; readonly visits: readonly VisitId[] };

/** Where a jump puts a token. */
export interface Put {
  readonly element: ElementId;
  readonly scope: ScopeId | 'fresh';
}

/** Which of several triggers has come; without a name the first of its kind. */
export interface Trigger {
  readonly kind: Exclude<WaitKind, 'task' | 'job'>;
  readonly name?: string;
}

/** What can happen to a case. */
export type Stimulus =
  /**
   * `values`: what a person wrote into the start's form, kept as it is; without them the payload goes where the message's mapping says.
   * `by`: which trigger came, at a parallel multiple start event; the case then waits there for the others. Without it all have come.
   */
  | { readonly kind: 'start'; readonly at: ElementId; readonly payload: Data; readonly values?: Data; readonly by?: Trigger }
  | { readonly kind: 'complete'; readonly visit: VisitId; readonly outcome?: string; readonly changes: readonly Change[] }
  | { readonly kind: 'fault' | 'escalate'; readonly visit: VisitId; readonly code: string; readonly payload: Json }
  | { readonly kind: 'answer'; readonly job: WaitId; readonly changes: readonly Change[] }
  | { readonly kind: 'jobFailed'; readonly job: WaitId; readonly code: string }
  | { readonly kind: 'due'; readonly timer: WaitId; readonly occurrence: number }
  | { readonly kind: 'message'; readonly wait: WaitId; readonly id: string; readonly payload: Data }
  | { readonly kind: 'signal'; readonly name: string; readonly payload: Data }
  | { readonly kind: 'change'; readonly changes: readonly Change[] }
  | { readonly kind: 'startAdHoc'; readonly scope: ScopeId; readonly element: ElementId }
  /** An ad-hoc sub-process without a completion condition is done. */
  | { readonly kind: 'completeAdHoc'; readonly scope: ScopeId }
  | { readonly kind: 'retry'; readonly incident: WaitId }
  /** Goes on from where an incident is as if what stands there had been done; `flow` names the way on where none could be found. */
  | { readonly kind: 'skip'; readonly incident: WaitId; readonly flow?: FlowId }
  | { readonly kind: 'move'; readonly move: Move }
  | { readonly kind: 'cancel'; readonly reason: string };

/** All that a step may know. `at` serves FEEL's now() and today() only; `trail` serves moves only. */
export interface StepInput {
  readonly plans: Plans;
  readonly marking: Marking | null;
  readonly data: ScopedData;
  readonly stimulus: Stimulus;
  readonly at: Instant;
  readonly trail?: readonly Pass[];
}

export type Stepped = { readonly ok: true; readonly marking: Marking; readonly effects: readonly Effect[] } | Refused;

/** A place a person may send the case to, or may not, with the reason. */
export interface MoveChoice {
  readonly move: MoveKind;
  /** The visit that is returned to, withdrawn, moved, added to or taken away; null where an ended case is woken. */
  readonly visit: VisitId | null;
  /** The element that the case would stand at. */
  readonly element: ElementId;
  /** Jumps and wakings: the live scope, or `fresh` where sub-processes are opened around the element. */
  readonly scope?: Put['scope'];
  readonly legal: boolean;
  readonly reason?: MoveObstacle;
  /** Other open steps that the move takes with it, or a redo would take back: shown before confirming. */
  readonly takesBack: readonly VisitId[];
}

/** The moves that `choices` tells of. */
export type MoveKind = 'return' | 'withdraw' | 'jump' | 'addInstance' | 'removeInstance' | 'reopen' | 'compensate';

/** Why a move is not possible; closed, in words in the office, explained in docs/moves.md. */
export const MOVE_OBSTACLES = [
  'notCompleted',
  'notBefore',
  'scopeFinished',
  'branchCut',
  'successorTaken',
  'successorCompleted',
  'notYours',
  'interrupted',
  'instanceOfMany',
  'notHere',
  'noPlace',
  'insideMany',
  'joinItself',
  'joinWaits',
  'markedTwice',
  'undecided',
  'notMany',
  'tooMany',
  'lastInstance',
  'running',
  'notUndoable',
] as const;

export type MoveObstacle = (typeof MOVE_OBSTACLES)[number];
