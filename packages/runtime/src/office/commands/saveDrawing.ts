import { digest } from '../../words/digest.ts';
import type { VersionFacts } from '../definitions.ts';
import type { Office } from '../office.ts';
import type { Parts } from '../parts.ts';
import { changeDrawing } from '../drawing/change.ts';
import { changedSince, heldElsewhere } from '../drawing/holding.ts';
import { noteSeen } from '../drawing/seen.ts';
import { drawingTexts } from '../drawing/texts.ts';

/**
 * Saves the whole text of a draft, faults and all, on the revision that it was based on; the very same text again changes nothing but
 * that it may let go.
 */
export const saveDrawing =
  (parts: Parts): Office['saveDrawing'] =>
  async (who, flow, { hold, revision, xml, release = false }) => {
    const texts = drawingTexts(parts);
    const own = digest(xml);
    const held = digest(hold);
    const put: { name?: string } = {};
    const saved = await changeDrawing(parts, { who, flow }, async ({ file, facts, newest }, next) => {
      const elsewhere = await heldElsewhere(parts, facts, { who, hold, flow });
      if (elsewhere) return elsewhere;
      if (facts.draft ? facts.draft.digest === own : await isVersion(parts, newest, xml))
        return release && facts.holder
          ? { ok: true, event: 'DrawingReleased', facts: { ...facts, holder: null } }
          : { ok: true, facts: null };
      if (revision !== facts.revision) return changedSince(parts, flow, facts.changed);
      const looked = await parts.examiner.look(xml, who);
      if (!looked.ok) return looked;
      put.name ??= await texts.put(file, xml);
      const { ok: _, ...about } = looked;
      return {
        ok: true,
        event: 'DrawingSaved',
        facts: {
          ...facts,
          revision: next.revision,
          draft: {
            base: facts.draft?.base ?? newest?.version ?? 0,
            text: put.name,
            digest: own,
            savedAt: next.at,
            savedBy: who,
            about,
          },
          holder: release ? null : (facts.holder ?? { person: who, hold: held, since: next.at }),
          changed: { by: who, at: next.at },
        },
      };
    });
    if (!saved.ok) return saved;
    const { file, facts, newest } = saved.value;
    if (!release) await noteSeen(parts, file, held);
    return { ok: true, value: { revision: facts.revision, savedAt: facts.draft?.savedAt ?? newest?.publishedAt ?? parts.clock.now() } };
  };

/** Whether a text is that of a version, letter for letter. */
const isVersion = async (parts: Parts, version: VersionFacts | undefined, xml: string): Promise<boolean> =>
  version !== undefined && (await parts.definitions.text(version.file, version.version)) === xml;
