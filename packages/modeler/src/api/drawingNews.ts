const listeners = new Set<() => void>();

/** Hears, within moments, that some drawing was saved, taken, taken over or let go. Gives back how to stop. */
export function onDrawingNews(hear: () => void): () => void {
  listeners.add(hear);
  return () => listeners.delete(hear);
}

/** Tells whoever has a drawing open. */
export function tellDrawingNews(): void {
  for (const hear of listeners) hear();
}
