import { createReadStream, mkdirSync } from 'node:fs';
import { open, rename, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Files, StoredFile } from '../../ports/store.ts';
import type { CaseId } from '../../words/ids.ts';
import type { Sqlite } from './database.ts';

/** Files as files beside the database, under their random names, synced before anything refers to them. */
export function sqliteFiles(database: Sqlite, folder: string): Files {
  mkdirSync(folder, { recursive: true });
  const about = (file: string): StoredFile | undefined => {
    const found = database.prepare('SELECT json FROM stored_files WHERE id = ?').get(file) as { readonly json: string } | undefined;
    return found && (JSON.parse(found.json) as StoredFile);
  };
  const caseOf = (file: string): CaseId | undefined =>
    (database.prepare('SELECT case_id FROM file_row WHERE id = ?').get(file) as { readonly case_id: CaseId } | undefined)?.case_id;
  return {
    async put(stored, content) {
      const path = join(folder, stored.id);
      const part = `${path}.part`;
      const file = await open(part, 'w');
      try {
        for await (const chunk of content) await file.write(chunk);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(part, path);
      const directory = await open(folder, 'r');
      await directory.sync().finally(() => directory.close());
      database
        .prepare('INSERT OR REPLACE INTO stored_files (id, uploaded, json) VALUES (?, ?, ?)')
        .run(stored.id, stored.uploadedAt, JSON.stringify(stored));
    },
    about: async (file) => about(file),
    read: async (file) => (about(file) ? createReadStream(join(folder, file)) : undefined),
    caseOf: async (file) => caseOf(file),
    async sweep(before) {
      const old = database.prepare('SELECT id FROM stored_files WHERE uploaded < ?').all(before) as readonly { readonly id: string }[];
      const orphans = old.filter((one) => caseOf(one.id) === undefined);
      for (const orphan of orphans) {
        database.prepare('DELETE FROM stored_files WHERE id = ?').run(orphan.id);
        await unlink(join(folder, orphan.id)).catch(() => undefined);
      }
      return orphans.length;
    },
  };
}
