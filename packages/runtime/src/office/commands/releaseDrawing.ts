import { changeDrawing } from '../drawing/change.ts';
import { isHeldBy } from '../drawing/holding.ts';
import { drawingState } from '../drawing/state.ts';
import type { Office } from '../office.ts';
import type { Parts } from '../parts.ts';

/** Lets go of a drawing; who does not hold it lets go of nothing. */
export const releaseDrawing =
  (parts: Parts): Office['releaseDrawing'] =>
  async (who, flow, { hold }) => {
    const released = await changeDrawing(parts, { who, flow }, async ({ facts }) =>
      isHeldBy(facts, { who, hold })
        ? { ok: true, facts: { ...facts, holder: null }, event: 'DrawingReleased' }
        : { ok: true, facts: null },
    );
    return released.ok ? { ok: true, value: await drawingState(parts, released.value, { who, hold }) } : released;
  };
