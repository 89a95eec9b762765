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
/** Sorts as text in the order of the revisions. */
const pointOf = (revision: number): string => String(revision).padStart(10, '0');

/**
 * The kept moments of a file's drafts, each under the revision that it is the text of: kept before whatever it guards against is done, so
 * that a crash leaves at most a moment that was not needed.
 */
export const keptPoints = ({ notes }: { readonly notes: Notes }) => ({
  async put(file: string, revision: number, kept: Kept): Promise<string> {
    const point = pointOf(revision);
    await notes.put(under(file) + point, { value: { ...kept, words: { ...kept.words } }, savedAt: kept.at });
    const all = await notes.list(under(file), MOST + 20);
    for (const { key } of all.slice(0, Math.max(0, all.length - MOST))) await notes.drop(key);
    return point;
  },
  has: async (file: string, revision: number): Promise<boolean> => (await notes.get(under(file) + pointOf(revision))) !== undefined,
  /** The newest first. */
  async list(file: string): Promise<readonly (Omit<Kept, 'text'> & { readonly point: string })[]> {
    const all = await notes.list(under(file), MOST + 20);
    return all.toReversed().map(({ key, value }) => {
      const { at, by, words } = value as unknown as Kept;
      return { point: key.slice(under(file).length), at, by, words };
    });
  },
  async text(file: string, point: string): Promise<string | undefined> {
    const note = /^\d{10}$/.test(point) ? await notes.get(under(file) + point) : undefined;
    return note && unpacked((note.value as unknown as Kept).text);
  },
});
