import { notFound } from '../decide.ts';
import { untilSettled } from '../drawing/change.ts';
import { keptPoints } from '../drawing/kept.ts';
import { drawingFor, type Drawing } from '../drawing/load.ts';
import { drawingState } from '../drawing/state.ts';
import { drawingTexts } from '../drawing/texts.ts';
import type { Office } from '../office.ts';
import type { DrawingPage } from '../pages.ts';
import type { Parts } from '../parts.ts';
import { personRef } from './done.ts';
import { surroundings } from './surroundings.ts';

/** What a process owner draws on. */
export const drawing =
  (parts: Parts): Office['drawing'] =>
  (who, flow, hold) =>
    untilSettled(flow, async () => {
      const found = await drawingFor(parts, who, flow);
      if (!found) return notFound(flow);
      const { facts, file, newest } = found;
      const xml = facts.draft
        ? await drawingTexts(parts).get(file, facts.draft.text)
        : await parts.definitions.text(file, newest?.version ?? 0);
      // Saved anew since it was looked up.
      if (xml === undefined) return 'again';
      return {
        ok: true,
        value: {
          flow,
          processes: await processesOf(parts, found),
          xml,
          ...(await drawingState(parts, found, { who, hold })),
          around: await surroundings(parts),
        },
      };
    });

async function processesOf(parts: Parts, { facts, file, newest }: Drawing): Promise<DrawingPage['processes']> {
  if (facts.draft) return facts.draft.about.processes.map(({ key, name }) => ({ key, name }));
  const standing = await parts.definitions.standing();
  const first = standing.find((one) => one.published.file === file && one.version === newest?.version);
  return first?.diagram.processes.map(({ key, name }) => ({ key, name })) ?? [];
}

/** The kept moments of a flow's drafts, newest first. */
export const keptDrawings =
  (parts: Parts): Office['keptDrawings'] =>
  async (who, flow) => {
    const found = await drawingFor(parts, who, flow);
    if (!found) return notFound(flow);
    const organization = await parts.house.organization();
    const points = await keptPoints(parts.store).list(found.file);
    return { ok: true, value: points.map((point) => ({ ...point, by: personRef(organization, point.by) })) };
  };

/** The text of one of them. */
export const keptDrawing =
  (parts: Parts): Office['keptDrawing'] =>
  async (who, flow, point) => {
    const found = await drawingFor(parts, who, flow);
    const xml = found && (await keptPoints(parts.store).text(found.file, point));
    return xml === undefined ? notFound(flow) : { ok: true, value: { xml } };
  };
