import type { ElementId, FlowId } from '../words/ids.ts';
import type { Text } from '../words/text.ts';

/** One moment of a run that is played on the canvas: what was done, the arrows that were taken for it, and where the case stands then. */
export interface Frame {
  readonly says: Text;
  readonly took: readonly FlowId[];
  /** Where tokens are, and how many. */
  readonly at: readonly { readonly element: ElementId; readonly count: number }[];
  /** Those that can never go on. */
  readonly stuck: readonly ElementId[];
}

/** A counter-example: the shortest run to what is wrong, from the start of one process. */
export type Play = readonly Frame[];
