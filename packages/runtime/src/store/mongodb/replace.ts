import type { AnyBulkWriteOperation, Model } from 'mongoose';
import type { Projected } from './documents.ts';
import { isDuplicate } from './failure.ts';
import type { Reach } from './reach.ts';

/** A projection's new text, or of what stands there only some fields. */
export interface Statement {
  readonly document: Projected;
  /** Where it stands already, only these fields are written. */
  readonly only?: { readonly [field: string]: string | number | boolean };
}

/**
 * Writes statements, each unless what stands there is newer: it replaces what has its `_id` and no higher revision. Where nothing fits
 * it is inserted, and the taken id then tells that a newer one stands there – or that another was inserted this very moment, so it is
 * replaced once more if it is older. Late or twice, this does no harm.
 */
export async function replaceUnlessNewer(reach: Reach, model: Model<Projected>, statements: readonly Statement[]): Promise<void> {
  const write = async (some: readonly Statement[], upsert: boolean): Promise<boolean> => {
    const operations = some.map((statement) => operation(statement, upsert)) as unknown as AnyBulkWriteOperation<Projected>[];
    try {
      await reach(`write ${model.collection.name}`, () => model.bulkWrite(operations, { ordered: false }));
      return true;
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      return false;
    }
  };
  if (statements.length === 0 || (await write(statements, true))) return;
  // One taken id may have kept others from being written.
  for (const statement of statements) if (!(await write([statement], true))) await write([statement], false);
}

function operation({ document, only }: Statement, upsert: boolean): object {
  const filter = { _id: document._id, revision: { $lte: document.revision } };
  if (!only) return { replaceOne: { filter, replacement: document, upsert } };
  const first = Object.entries(document).filter(([field]) => field !== '_id' && !(field in only));
  return { updateOne: { filter, update: { $set: only, $setOnInsert: Object.fromEntries(first) }, upsert } };
}
