import { refuse } from '../../words/refusal.ts';
import { notFound } from '../decide.ts';
import { untilSettled } from '../drawing/change.ts';
import { heldElsewhere } from '../drawing/holding.ts';
import { keepPoint } from '../drawing/keep.ts';
import { drawingFor } from '../drawing/load.ts';
import type { Office } from '../office.ts';
import type { Parts } from '../parts.ts';
import { keptDrawings } from '../reads/drawing.ts';

/** Keeps this moment of the draft under words of one's own; asked again, the same moment gets the new words. */
export const keepDrawing =
  (parts: Parts): Office['keepDrawing'] =>
  (who, flow, { hold, words }) =>
    untilSettled(flow, async () => {
      const drawing = await drawingFor(parts, who, flow);
      if (!drawing) return notFound(flow);
      const elsewhere = await heldElsewhere(parts, drawing.facts, { who, hold, flow });
      if (elsewhere) return elsewhere;
      if (!drawing.facts.draft)
        return refuse('invalidInput', flow, {
          zh: '还没有改动，没有可留存的草稿',
          en: 'Nothing was changed yet, so there is no draft to keep',
        });
      const keeping = { words: { zh: words.trim() }, asked: true, at: parts.clock.now() };
      if (!(await keepPoint(parts, drawing, keeping))) return 'again';
      const kept = await keptDrawings(parts)(who, flow);
      const [first] = kept.ok ? kept.value : [];
      return first ? { ok: true, value: first } : notFound(flow);
    });
