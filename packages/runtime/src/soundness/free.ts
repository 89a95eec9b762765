import type { FlowId } from '../words/ids.ts';
import type { Json } from '../words/json.ts';

/** A name whose value is chosen anew each time it is asked for, because the diagram does not tell what it depends on. */
export interface Free {
  /**
   * `open`: the diagram says no condition for several ways, so each may be taken. `unread`: the conditions are in a language that is not
   * read. `notFollowed`: a condition that counts, compares two fields or asks for the day. `undeclared`: a name that nothing in the diagram
   * writes, so any step may.
   */
  readonly why: 'open' | 'unread' | 'notFollowed' | 'undeclared';
  /** What it can be; empty where the conditions that read it tell. */
  readonly values: readonly Json[];
  /** The ways that a value lets a case take; none where it is not about ways. */
  ways(value: Json): readonly FlowId[];
  /** The names that the condition itself reads. */
  readonly reads: readonly string[];
  /** Whether a value can certainly be brought about by what is filled in; `again`: after another one in the same run. */
  isCertain(value: Json, again: boolean): boolean;
  /** Whether it stays as it is until one of the names that it reads is written anew. */
  readonly kept: boolean;
  /** Where it is how two open fields stand to each other: which. */
  readonly between?: readonly [string, string];
}
