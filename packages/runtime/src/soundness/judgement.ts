import type { ElementId, ProcessKey } from '../words/ids.ts';
import type { Text } from '../words/text.ts';
import type { Play } from './play.ts';
import type { Property } from './property.ts';
import type { RunStep } from './runOf.ts';

/** A property that does not hold, where, and the run that shows it: empty where nothing that is done leads anywhere. */
export interface JudgedFinding {
  readonly property: Property;
  readonly elements: readonly ElementId[];
  readonly run: readonly RunStep[];
  readonly message: Text;
  readonly play?: Play;
  /** The called process that it comes from. */
  readonly process?: ProcessKey;
}

/** Whether a process is sound by the standard, whatever an office would want of it beside. */
export interface Judgement {
  readonly process: ProcessKey;
  /** Undecided: it could not be told, for the reason given; never a guess. */
  readonly verdict: 'sound' | 'unsound' | 'undecided';
  readonly findings: readonly JudgedFinding[];
  /** States that were looked at. */
  readonly markings: number;
  /** The errors in which it can end for whoever calls it; undefined where not all of them are known. */
  readonly thrown: ReadonlySet<string> | undefined;
  readonly reason?: Text;
  /** What judging it took, without what it calls. */
  readonly ms: number;
}
