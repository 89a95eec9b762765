import type { Store } from '../../ports/store.ts';
import { streamAndRevision } from './commits.ts';
import type { JournalDocument } from './documents.ts';
import { isDuplicate } from './failure.ts';
import type { Hall } from './hall.ts';
import { insist } from './reach.ts';

/**
 * The order of all commits: entries numbered 1, 2, 3 without a gap, each inserted under its unique number after the one before was seen
 * where a majority holds it. So whoever has read up to n misses nothing that is numbered lower (docs/decisions/0005).
 */
export interface Journal {
  /** Enters commits, `stream@revision` each; they may have been entered before. */
  write(rows: readonly string[]): Promise<void>;
  read: Store['changes'];
  tail(): Promise<string>;
  /** Whether there are entries that this store has not seen yet. */
  hasNews(): Promise<boolean>;
}

export function openJournal(hall: Hall): Journal {
  const { journal } = hall.collections;
  /** The highest number known to be there; every number up to it is. */
  let top = 0;

  async function readTop(): Promise<number> {
    const found = await hall.reach('read top of journal', () => journal.findOne({}, { _id: 1 }).sort({ _id: -1 }).lean<{ _id: number }>());
    top = Math.max(top, found?._id ?? 0);
    return top;
  }

  async function enter(document: JournalDocument): Promise<'entered' | 'taken'> {
    try {
      await hall.reach('write journal', () => journal.create(document));
      return 'entered';
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
    const there = await hall.reach('find in journal', () => journal.findById(document._id).lean<JournalDocument>());
    return there?.nonce === document.nonce ? 'entered' : 'taken';
  }

  return {
    async write(rows) {
      const nonce = hall.random();
      let number = (top === 0 ? await readTop() : top) + 1;
      await insist(hall.patience, async () => {
        for (;;) {
          if ((await enter({ _id: number, nonce, rows })) === 'entered') {
            top = Math.max(top, number);
            return true;
          }
          // Taken, and perhaps not yet by what a majority holds: then the same number is tried again, after a pause.
          const next = (await readTop()) + 1;
          if (next <= number) return undefined;
          number = next;
        }
      });
    },
    async read(after, limit) {
      const from = placeOf(after);
      const found = await hall.reach('read journal', () =>
        journal
          .find({ _id: { $gt: from.entry } })
          .sort({ _id: 1 })
          .limit(limit + 1)
          .lean<JournalDocument[]>(),
      );
      const rows: string[] = [];
      let { entry, row } = from;
      for (const { _id, rows: entered } of found) {
        const rest = entered.slice(row, row + limit - rows.length);
        rows.push(...rest);
        row += rest.length;
        if (row < entered.length) break;
        entry = _id;
        row = 0;
      }
      return { rows: rows.map(streamAndRevision), cursor: row === 0 ? String(entry) : `${entry}.${row}` };
    },
    tail: async () => String(await readTop()),
    async hasNews() {
      const next = await hall.reach('look for news', () => journal.findById(top + 1, { _id: 1 }).lean());
      if (!next) return false;
      await readTop();
      return true;
    },
  };
}

/** A cursor: `7` after the whole of entry 7, `7.2` after two rows of the one that follows it. */
function placeOf(cursor: string): { readonly entry: number; readonly row: number } {
  const [, entry = '0', row = '0'] = /^(\d{1,15})(?:\.(\d{1,6}))?$/.exec(cursor) ?? [];
  return { entry: Number(entry), row: Number(row) };
}
