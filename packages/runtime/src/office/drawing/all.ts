import type { Parts } from '../parts.ts';
import { loadDrawing, type Drawing } from './load.ts';

/** All drawings that have a draft: one load per file that was ever drawn on. */
export async function allDrafts(parts: Parts): Promise<readonly Drawing[]> {
  const streams = await parts.store.streams('drawing/', '', 1000);
  const drawings = await Promise.all(streams.map((stream) => loadDrawing(parts, stream.slice('drawing/'.length))));
  return drawings.filter((one) => one.facts.draft !== null || one.facts.holder !== null);
}
