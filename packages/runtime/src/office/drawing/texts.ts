import { milliseconds, type Clock } from '../../words/clock.ts';
import type { Notes } from '../../ports/store.ts';
import { packed, unpacked } from './packed.ts';

/** How long a text to which nothing refers is kept, in milliseconds: far longer than a save is under way. */
const UNREFERRED = 3600_000;

/** How many texts are looked through at once. */
const MANY = 1000;

/**
 * The texts of drawing drafts, each under a name of its own that is never used again. A text is written before the commit that names it
 * and dropped after the commit that names it no more: a crash between leaves one too many, never one too few.
 */
export const drawingTexts = (parts: {
  readonly store: { readonly notes: Notes };
  readonly clock: Clock;
  readonly random: () => string;
}) => {
  const { notes } = parts.store;
  const under = (file: string): string => `drawing/${file}/text/`;
  return {
    /** Keeps a text and gives it its name. */
    async put(file: string, xml: string): Promise<string> {
      const name = parts.random();
      await notes.put(under(file) + name, { value: await packed(xml), savedAt: parts.clock.now() });
      return name;
    },
    /** The text as it is kept, packed; undefined where it was dropped since its name was read. */
    async packed(file: string, name: string): Promise<string | undefined> {
      const note = await notes.get(under(file) + name);
      return note && String(note.value);
    },
    async get(file: string, name: string): Promise<string | undefined> {
      const note = await notes.get(under(file) + name);
      return note && unpacked(String(note.value));
    },
    drop: (file: string, name: string): Promise<void> => notes.drop(under(file) + name),
    /** Drops what crashes left behind: everything but this one that is older than a save can be. */
    async tidy(file: string, current: string | undefined): Promise<void> {
      const over = milliseconds(parts.clock.now()) - UNREFERRED;
      for (const note of await notes.list(under(file), MANY))
        if (note.key !== `${under(file)}${current ?? ''}` && milliseconds(note.savedAt) < over) await notes.drop(note.key);
    },
  };
};
