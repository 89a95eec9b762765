import type { DefinitionRef, ElementId, FlowId, ScopeId, VisitId, WaitId } from '../words/ids.ts';
import type { Data, Json } from '../words/json.ts';
import type { Incident, Instance, Pass, Wait } from './marking.ts';
import type { Change } from './change.ts';

/** What a step asks of the world, in the order in which it came about. The kernel itself does nothing. */
export type Effect =
  | {
      readonly kind: 'taskOpened';
      readonly visit: VisitId;
      readonly element: ElementId;
      readonly scope: ScopeId;
      readonly definition: DefinitionRef;
      /** The visits inside which it stands, nearest first. */
      readonly within: readonly VisitId[];
      readonly instance?: Instance;
    }
  /** A sub-process or a call has opened; that it is over is told by its pass. */
  | {
      readonly kind: 'activityOpened';
      readonly visit: VisitId;
      readonly element: ElementId;
      readonly scope: ScopeId;
      readonly definition: DefinitionRef;
      readonly within: readonly VisitId[];
    }
  | { readonly kind: 'taskClosed'; readonly visit: VisitId; readonly element: ElementId; readonly why: Pass['closed'] }
  | {
      readonly kind: 'timerSet';
      readonly timer: WaitId;
      readonly element: ElementId;
      readonly visit: VisitId | null;
      /** `value` is already evaluated: ISO 8601, or a whole number of working days as text. */
      readonly spec: { readonly form: 'duration' | 'date' | 'cycle' | 'workingDays'; readonly value: string };
      readonly occurrence: number;
      /** It was set already and is counted anew from the moment at which it was. */
      readonly anew?: true;
    }
  | { readonly kind: 'subscribed'; readonly wait: WaitId; readonly to: 'message' | 'signal'; readonly name: string; readonly key?: Json }
  | { readonly kind: 'waitCleared'; readonly wait: WaitId; readonly of: Wait['kind'] }
  | {
      readonly kind: 'jobRequested';
      readonly job: WaitId;
      readonly element: ElementId;
      /** Whose values its answer changes. */
      readonly scope?: ScopeId;
      readonly type: 'service' | 'send' | 'rule' | 'script';
      readonly name: string;
      readonly input: Data;
    }
  | {
      readonly kind: 'messageSent' | 'signalSent';
      readonly element: ElementId;
      readonly name: string;
      readonly key?: Json;
      /** Messages: how long it is kept where nobody waits for it yet, ISO 8601. */
      readonly keepFor?: string;
      readonly payload: Data;
    }
  | { readonly kind: 'changed'; readonly changes: readonly Change[] }
  /** A scope with data of its own has begun or is over: its data may be dropped by the holder. */
  | {
      readonly kind: 'scopeOpened' | 'scopeClosed';
      readonly scope: ScopeId;
      readonly definition: DefinitionRef;
      readonly element: ElementId;
    }
  | { readonly kind: 'passed'; readonly pass: Pass }
  /** A pass of before as another version names it: for the trail alone, as nothing has happened anew. */
  | { readonly kind: 'retold'; readonly pass: Pass }
  /** The case runs another version from here on. `renamed`: elements of the old one that have another id in it. */
  | {
      readonly kind: 'migrated';
      readonly from: readonly DefinitionRef[];
      readonly to: DefinitionRef;
      readonly renamed: { readonly [element: string]: ElementId };
    }
  | { readonly kind: 'took'; readonly flow: FlowId; readonly scope: ScopeId }
  | { readonly kind: 'noted'; readonly code: string; readonly element: ElementId; readonly detail: Json }
  | { readonly kind: 'incident'; readonly incident: Incident }
  | { readonly kind: 'incidentResolved'; readonly incident: WaitId }
  | { readonly kind: 'ended'; readonly how: 'completed' | 'terminated' | 'cancelled' };
