import type { Note, Notes } from '../../ports/store.ts';
import type { Clock } from '../../words/clock.ts';
import { before } from '../cursor.ts';

/** Notes in memory; one that was saved earlier never replaces a later one. */
export function memoryNotes(clock: Clock): Notes {
  const notes = new Map<string, Note>();
  const isOver = (note: Note): boolean => note.until !== undefined && note.until <= clock.now();
  return {
    async put(key, note) {
      const there = notes.get(key);
      if (!there || there.savedAt <= note.savedAt) notes.set(key, note);
    },
    async get(key) {
      const note = notes.get(key);
      return note && !isOver(note) ? note : undefined;
    },
    async drop(key) {
      notes.delete(key);
    },
    list: async (prefix, limit) =>
      [...notes]
        .filter(([key, note]) => key.startsWith(prefix) && !isOver(note))
        .sort(([left], [right]) => before(left, right))
        .slice(0, limit)
        .map(([key, note]) => ({ ...note, key })),
    async sweep() {
      const over = [...notes].filter(([, note]) => isOver(note));
      for (const [key] of over) notes.delete(key);
      return over.length;
    },
  };
}
