import type { Note, Notes } from '../../ports/store.ts';
import { END } from '../cursor.ts';
import type { NoteDocument } from './documents.ts';
import { isDuplicate } from './failure.ts';
import type { Hall } from './hall.ts';
import type { Lines } from './lines.ts';
import { insist } from './reach.ts';

/** Notes as single documents. One that was saved earlier never replaces a later one. */
export function mongoNotes(hall: Hall, lines: Lines): Notes {
  const { notes } = hall.collections;
  const there = (): object => ({ $or: [{ until: { $exists: false } }, { until: { $gt: hall.clock.now() } }] });

  async function replace(document: NoteDocument, upsert: boolean): Promise<boolean> {
    try {
      await hall.reach('write note', () => notes.replaceOne({ _id: document._id, saved: { $lte: document.saved } }, document, { upsert }));
      return true;
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      return false;
    }
  }

  return {
    put: (key, note) =>
      lines.after(`note/${key}`, async () => {
        const document: NoteDocument = {
          _id: key,
          saved: note.savedAt,
          ...(note.until ? { until: note.until } : {}),
          json: JSON.stringify(note),
        };
        // A taken key: a later note stands there, or one that another has put this very moment; the latter may be older.
        await insist(hall.patience, async () => (await replace(document, true)) || (await replace(document, false)));
      }),
    async get(key) {
      const found = await hall.reach('read note', () => notes.findById(key).lean<NoteDocument>());
      return found && (found.until === undefined || found.until > hall.clock.now()) ? (JSON.parse(found.json) as Note) : undefined;
    },
    drop: (key) =>
      lines.after(`note/${key}`, async () => {
        await insist(hall.patience, () => hall.reach('drop note', () => notes.deleteOne({ _id: key })));
      }),
    async list(prefix, limit) {
      const found = await hall.reach('list notes', () =>
        notes
          .find({ _id: { $gte: prefix, $lt: prefix + END }, ...there() })
          .sort({ _id: 1 })
          .limit(limit)
          .lean<NoteDocument[]>(),
      );
      return found.map(({ _id, json }) => ({ ...(JSON.parse(json) as Note), key: _id }));
    },
    sweep: async () => (await hall.reach('sweep notes', () => notes.deleteMany({ until: { $lte: hall.clock.now() } }))).deletedCount,
  };
}
