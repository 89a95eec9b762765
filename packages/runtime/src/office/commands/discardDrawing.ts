import { changeDrawing } from '../drawing/change.ts';
import { heldElsewhere } from '../drawing/holding.ts';
import { KEPT, keepPoint } from '../drawing/keep.ts';
import { drawingState } from '../drawing/state.ts';
import type { Office } from '../office.ts';
import type { Parts } from '../parts.ts';

/** Back to the latest version; what was drawn is kept. A flow that was never published is gone with its draft. */
export const discardDrawing =
  (parts: Parts): Office['discardDrawing'] =>
  async (who, flow, { hold }) => {
    const discarded = await changeDrawing(parts, { who, flow }, async (drawing, { revision, at }) => {
      const { facts } = drawing;
      const elsewhere = await heldElsewhere(parts, facts, { who, hold, flow });
      if (elsewhere) return elsewhere;
      if (!facts.draft) return { ok: true, facts: null };
      if (!(await keepPoint(parts, drawing, { words: KEPT.discarded, asked: false, at }))) return 'again';
      return { ok: true, facts: { ...facts, revision, draft: null, changed: { by: who, at } }, event: 'DrawingDiscarded' };
    });
    return discarded.ok ? { ok: true, value: await drawingState(parts, discarded.value, { who, hold }) } : discarded;
  };
