import { notFound } from '../decide.ts';
import type { Office } from '../office.ts';
import type { StartableInCase } from '../pages.ts';
import type { Parts } from '../parts.ts';
import { actingOn, startableWork } from './acts.ts';
import { caseCard } from './cards.ts';
import { readCase } from './readCase.ts';

/** Cases that are looked at; a case costs a load. */
const LOOKED_AT = 20;

/** 可以随时做的: of the newest cases in which it is this person's to choose, what they may begin or say to be done. */
export const startable =
  (parts: Parts): Office['startable'] =>
  async (who) => {
    const viewer = await parts.house.viewer(who);
    if (!viewer) return notFound(who);
    const { rows } = await parts.store.views.cases(viewer, { list: 'choosing', limit: LOOKED_AT });
    const found: StartableInCase[] = [];
    for (const row of rows) {
      const reading = await readCase(parts, who, row.id);
      const acting = reading && !reading.loaded.facts.endedAt ? actingOn(parts, reading) : undefined;
      if (!reading || !acting) continue;
      const { id, title, number, flowName } = caseCard(reading.showing, reading.row);
      for (const work of await startableWork(parts, acting)) found.push({ case: id, title, number, flowName, work });
    }
    return { ok: true, value: found };
  };
