declare const brand: unique symbol;

/** A text that names one kind of thing; the brand keeps kinds from being mixed up and costs nothing at run time. */
export type Id<Kind extends string> = string & { readonly [brand]: Kind };

/** One run of a definition (办件). */
export type CaseId = Id<'case'>;
/** A task seen from outside its case: `caseId.visitId`. */
export type TaskId = Id<'task'>;
/** A process of a diagram, for example `incoming-document`. */
export type ProcessKey = Id<'key'>;
/** A published, immutable version: `key@3`. */
export type DefinitionRef = Id<'key@version'>;
/** The id of an element in the BPMN file. */
export type ElementId = Id<'bpmn'>;
/** The id of a sequence flow in the BPMN file. */
export type FlowId = Id<'flow'>;
/** One stay of the case at one element; unique in its case. */
export type VisitId = Id<'v'>;
/** A running scope of a case: the process itself, a sub-process, a call, an item of a multi-instance. */
export type ScopeId = Id<'s'>;
/** Something that a case waits for: a task, a job, a timer, a message. */
export type WaitId = Id<'w'>;
/** A stream of commits, for example `case/…` or `series/…`. */
export type StreamId = Id<'stream'>;
/** SHA-256 in hexadecimal. */
export type Digest = Id<'sha256'>;
/** A moment in UTC, ISO 8601 with milliseconds: `2026-11-24T01:02:03.000Z`. Sorts as text. */
export type Instant = Id<'utc'>;
/** A day in Asia/Shanghai: `2026-11-24`. Sorts as text. */
export type Day = Id<'day'>;
export type PersonId = Id<'person'>;
export type UnitId = Id<'unit'>;
export type PostId = Id<'post'>;
/** What a task is addressed to: `person:zhang-wei` or `post:registry@office` (a post in a unit). */
export type Seat = Id<'seat'>;
export type FileId = Id<'file'>;
/** A FEEL expression, without a leading `=`. */
export type Feel = Id<'feel'>;
/** The place of a commit in its stream; the first is 1. */
export type Revision = number;

/** Gives a text that was checked its kind. The one place where a brand is put on. */
export const id = <Kind extends string>(text: string): Id<Kind> => text as Id<Kind>;

export const definitionRef = (key: ProcessKey, version: number): DefinitionRef => id(`${key}@${version}`);

/** Takes `key@3` apart. */
export function keyAndVersion(ref: DefinitionRef): { readonly key: ProcessKey; readonly version: number } {
  const at = ref.lastIndexOf('@');
  return { key: id(ref.slice(0, at)), version: Number(ref.slice(at + 1)) };
}

export const taskId = (caseId: CaseId, visit: VisitId): TaskId => id(`${caseId}.${visit}`);

/** Takes a task's id apart; undefined where it is none. */
export function caseAndVisit(task: string): { readonly caseId: CaseId; readonly visit: VisitId } | undefined {
  const match = /^([\w-]{1,64})\.(v\d{1,9})$/.exec(task);
  return match?.[1] && match[2] ? { caseId: id(match[1]), visit: id(match[2]) } : undefined;
}

export const personSeat = (person: PersonId): Seat => id(`person:${person}`);
export const postSeat = (post: PostId, unit: UnitId): Seat => id(`post:${post}@${unit}`);
export const caseStream = (caseId: CaseId): StreamId => id(`case/${caseId}`);
