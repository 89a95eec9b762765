import { digest } from '../../words/digest.ts';
import type { Office } from '../office.ts';
import type { Parts } from '../parts.ts';
import { changeDrawing } from '../drawing/change.ts';
import { heldElsewhere, isHeldBy } from '../drawing/holding.ts';
import { KEPT, keepPoint } from '../drawing/keep.ts';
import { noteSeen } from '../drawing/seen.ts';
import { drawingState } from '../drawing/state.ts';
import { drawingTexts } from '../drawing/texts.ts';

/** Makes a tab the one that draws, or hears that it still does. What is taken from another is kept as it was. */
export const holdDrawing =
  (parts: Parts): Office['holdDrawing'] =>
  async (who, flow, { hold, takeOver }) => {
    let isNew = false;
    const held = await changeDrawing(parts, { who, flow }, async (drawing, { at }) => {
      const { facts } = drawing;
      isNew = !isHeldBy(facts, { who, hold });
      if (!isNew) return { ok: true, facts: null };
      const elsewhere = await heldElsewhere(parts, facts, { who, hold, flow });
      if (elsewhere && !takeOver) return elsewhere;
      if (elsewhere && !(await keepPoint(parts, drawing, { words: KEPT.takenOver, asked: false, at }))) return 'again';
      const event = elsewhere ? 'DrawingTakenOver' : 'DrawingHeld';
      return { ok: true, facts: { ...facts, holder: { person: who, hold: digest(hold), since: at } }, event };
    });
    if (!held.ok) return held;
    const { file, facts } = held.value;
    if (isNew) await drawingTexts(parts).tidy(file, facts.draft?.text);
    await noteSeen(parts, file, digest(hold));
    return { ok: true, value: await drawingState(parts, held.value, { who, hold }) };
  };
