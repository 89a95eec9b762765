import type { Instant } from '../../words/ids.ts';
import type { Text } from '../../words/text.ts';
import type { Parts } from '../parts.ts';
import { keptPoints } from './kept.ts';
import type { Drawing } from './load.ts';
import { drawingTexts } from './texts.ts';

/** Why a moment is kept though nobody asked for it. */
export const KEPT = {
  takenOver: { zh: '被接手前', en: 'Before it was taken over' },
  discarded: { zh: '放弃修改前', en: 'Before the changes were discarded' },
  published: { zh: '发布前', en: 'Before it was published' },
} as const satisfies { readonly [why: string]: Text };

/**
 * Keeps this moment of the draft. Where it is kept already, its words stay unless somebody asked for others. False where the draft has
 * moved on since it was loaded: load again.
 */
export async function keepPoint(
  parts: Parts,
  drawing: Drawing,
  keeping: { readonly words: Text; readonly asked: boolean; readonly at: Instant },
): Promise<boolean> {
  const { facts, file } = drawing;
  if (!facts.draft) return true;
  const points = keptPoints(parts.store);
  if (!keeping.asked && (await points.has(file, facts.revision))) return true;
  const text = await drawingTexts(parts).packed(file, facts.draft.text);
  if (text === undefined) return false;
  await points.put(file, facts.revision, { text, at: keeping.at, by: facts.draft.savedBy, words: keeping.words });
  return true;
}
