import type { Known } from '../diagram/check.ts';
import type { Look } from '../diagram/look.ts';
import type { Checked } from '../soundness/checkWhole.ts';
import type { Refused } from '../words/refusal.ts';

/**
 * Reads diagrams that somebody draws. A server does it beside its event loop: a large one takes longer than anybody should wait for it.
 * It is told who asks, so that one who asks for much keeps nobody else waiting.
 */
export interface Examiner {
  /** Whether a text may be kept as a draft: faults are no matter, danger is. */
  look(xml: string, asker: string): Promise<Look | Refused>;
  /** Everything that is wrong with it. Refused where it cannot be read as a diagram at all. */
  check(xml: string, known: Known, asker: string): Promise<Checked | Refused>;
}
