import { checkDiagram, type Finding, type Known } from '../diagram/check.ts';
import type { Diagram } from '../diagram/model.ts';
import { parseDiagram } from '../diagram/parse.ts';
import type { Refused } from '../words/refusal.ts';
import type { Play } from './play.ts';

/** A finding; what the kernel found can be played. */
export interface Problem extends Finding {
  readonly play?: Play;
}

/** A diagram that was read, with everything that is wrong with it: what the canvas shows, what publishing asks, what the terminal says. */
export interface Checked {
  readonly ok: true;
  readonly diagram: Diagram;
  readonly warnings: readonly string[];
  readonly problems: readonly Problem[];
}

/** Reads a BPMN file and checks it by every rule. Refused where it cannot be read as a diagram at all. */
export async function checkWhole(file: string | Uint8Array, known: Known = {}): Promise<Checked | Refused> {
  const parsed = await parseDiagram(file);
  if (!parsed.ok) return parsed;
  return { ...parsed, problems: checkDiagram(parsed.diagram, known) };
}
