import type { Notes } from '../../ports/store.ts';
import type { Instant, PersonId } from '../../words/ids.ts';
import type { Text } from '../../words/text.ts';
import { unpacked } from './packed.ts';

/** How many moments of a file's drafts are kept; then the oldest goes. */
const MOST = 100;

/** A moment of a draft that was kept, with its text packed. */
export interface Kept {
  readonly text: string;
  readonly at: Instant;
  readonly by: PersonId;
  readonly words: Text;
}

const under = (file: string): string => `drawing/${file}/kept/`;
/** Texts lie apart: a list of a hundred moments is read without the megabytes that they may hold. */
const textUnder = (file: string): string => `drawing/${file}/kept-text/`;
/** Sorts as text in the order of the revisions. */
const pointOf = (revision: number): string => String(revision).padStart(10, '0');

/**
 * The kept moments of a file's drafts, each under the revision that it is the text of: kept before whatever it guards against is done, so
 * that a crash leaves at most a moment that was not needed, or a text that the same moment writes again.
 */
export const keptPoints = ({ notes }: { readonly notes: Notes }) => ({
  async put(file: string, revision: number, { text, ...about }: Kept): Promise<string> {
    const point = pointOf(revision);
    await notes.put(textUnder(file) + point, { value: text, savedAt: about.at });
    await notes.put(under(file) + point, { value: { ...about, words: { ...about.words } }, savedAt: about.at });
    const all = await notes.list(under(file), MOST + 20);
    for (const { key } of all.slice(0, Math.max(0, all.length - MOST))) {
      await notes.drop(textUnder(file) + key.slice(under(file).length));
      await notes.drop(key);
    }
    return point;
  },
  has: async (file: string, revision: number): Promise<boolean> => (await notes.get(under(file) + pointOf(revision))) !== undefined,
  /** The newest first. */
  async list(file: string): Promise<readonly (Omit<Kept, 'text'> & { readonly point: string })[]> {
    const all = await notes.list(under(file), MOST + 20);
    return all.toReversed().map(({ key, value }) => {
      const { at, by, words } = value as unknown as Omit<Kept, 'text'>;
      return { point: key.slice(under(file).length), at, by, words };
    });
  },
  async text(file: string, point: string): Promise<string | undefined> {
    const note = /^\d{10}$/.test(point) ? await notes.get(textUnder(file) + point) : undefined;
    return note && unpacked(String(note.value));
  },
});
