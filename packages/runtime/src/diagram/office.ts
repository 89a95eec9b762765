import type { LimitUnit } from '../calendar/limit.ts';
import type { Assignment } from '../organization/assignment.ts';
import type { ElementId, Feel, ProcessKey } from '../words/ids.ts';
import type { Text } from '../words/text.ts';

export type { LimitUnit } from '../calendar/limit.ts';
export type { Assignment, UnitChoice } from '../organization/assignment.ts';

/** The closed list of field types; `form/` gives each its check, the browser each its control. */
export const FIELD_TYPES = [
  'text',
  'longText',
  'opinion',
  'yesNo',
  'choice',
  'choices',
  'number',
  'money',
  'date',
  'dateTime',
  'person',
  'persons',
  'unit',
  'units',
  'file',
  'files',
  'table',
  'series',
  'signature',
] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

export interface Option {
  readonly value: string;
  readonly name: Text;
}

/** One field of a form. Its value lives in the process's own data, or in an item's where `perItem` is set. */
export interface Field {
  readonly key: string;
  readonly name: Text;
  readonly type: FieldType;
  readonly required: boolean;
  readonly help?: Text;
  /** choice and choices. */
  readonly options: readonly Option[];
  /** table: its columns are fields again, of simple types. */
  readonly columns: readonly Field[];
  /** Shown (and required) only when this holds; a missing value makes it false. */
  readonly showWhen?: Feel;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maximumLength?: number;
  /** number: how many decimals; 0 = whole numbers. */
  readonly decimals?: number;
  /** series: the number series it takes its number from. */
  readonly series?: string;
  /** In a multi-instance step each instance has a value of its own. */
  readonly perItem: boolean;
}

/** How a step shows a field; a field that a step does not list is hidden there. */
export interface FieldAccess {
  readonly field: string;
  readonly access: 'read' | 'write';
  /** Overrides the field's own; only with write. */
  readonly required?: boolean;
}

/** A time limit (时限). It warns and marks; it never moves a token. */
export interface Deadline {
  readonly id: string;
  readonly name: Text;
  readonly from:
    | { readonly kind: 'opened' }
    | { readonly kind: 'caseStart' }
    | { readonly kind: 'completed'; readonly step: ElementId }
    | { readonly kind: 'field'; readonly field: string };
  readonly amount: number;
  readonly unit: LimitUnit;
  /** Holds only when this does, read when the clock starts. */
  readonly when?: Feel;
  /** So many units before it is due the holder is warned. */
  readonly warnBefore?: number;
  /** The step that stops the clock, where it spans steps; else its own step's end. */
  readonly until?: ElementId;
  /** The paper's own words. */
  readonly words?: string;
}

/** A risk point (风险点) with its control (防控措施). */
export interface Risk {
  readonly id: string;
  /** 1 is the gravest. */
  readonly level: 1 | 2 | 3;
  readonly risk: Text;
  readonly control: Text;
  /** The post of the risk register that answers for it. */
  readonly post: string;
  /** The doer must tick the control before completing. */
  readonly confirm: boolean;
}

/** What a doer may do beside completing. */
export type Operation = 'return' | 'withdraw' | 'reassign' | 'consult' | 'addSigner' | 'removeSigner' | 'urge' | 'batch';

/** Where an element comes from: a box of the office's paper, or our reading of it. */
export interface Origin {
  readonly kind: 'source' | 'interpretation';
  readonly words?: string;
}

/** A decision that the doer takes: the value goes into `key`, and the arrows test it. Each option is a button. */
export interface Decision {
  readonly key: string;
  readonly name: Text;
  readonly options: readonly (Option & { readonly manner: 'forward' | 'back' | 'refuse' })[];
}

/** What the office needs to know of one step. */
export interface StepOffice {
  readonly origin?: Origin;
  /** What to do here, for a newcomer. */
  readonly guidance?: Text;
  /** Paper originals to have at hand. */
  readonly originals: readonly Text[];
  readonly assignment?: Assignment;
  /** Nobody who did one of these may do this one. */
  readonly notSameAs: readonly ElementId[];
  readonly access: readonly FieldAccess[];
  readonly decision?: Decision;
  readonly deadlines: readonly Deadline[];
  readonly risks: readonly Risk[];
  readonly operations: readonly Operation[];
  /** read: only to be read (待阅), not done (待办). */
  readonly attention: 'do' | 'read';
  /** Whether the one before may take it back until it was signed for (签收) or until it was completed. */
  readonly withdrawUntil: 'taken' | 'completed';
  /** Points to look at, ticked off by the doer. */
  readonly checklist: readonly Text[];
}

export interface NumberSeries {
  readonly key: string;
  readonly name: Text;
  /** With `{yyyy}` and `{n}` or `{n:4}`: `收〔{yyyy}〕{n}号`; a year begins at 1 again. */
  readonly pattern: string;
}

export interface Link {
  readonly to: ProcessKey;
  readonly kind: string;
  readonly what: Text;
  /** The element where it leaves. */
  readonly at?: ElementId;
}

/** What the office needs to know of a process. */
export interface ProcessOffice {
  /** The number in the office's own list: 4 is 电子公文处理. */
  readonly number?: number;
  readonly area?:
    | 'documents'
    | 'meetings'
    | 'seals'
    | 'archives'
    | 'classified'
    | 'publicity'
    | 'website'
    | 'petitions'
    | 'finance'
    | 'duty';
  readonly guidance?: Text;
  /** A case's title: a template over fields, `{title}`. */
  readonly title?: string;
  /** The field that holds the case's own number. */
  readonly numberField?: string;
  readonly series: readonly NumberSeries[];
  /** Who may start it by hand; empty: it is only called or started by a message. */
  readonly starters: readonly Assignment[];
  readonly clearance: 'open' | 'internal' | 'secret' | 'confidential' | 'topSecret';
  readonly links: readonly Link[];
  /** Guidance for the whole, as the paper has it. */
  readonly origin?: Origin;
}
