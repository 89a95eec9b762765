import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock, Notes } from '@guicheng/runtime';

/** Where a database keeps whether it is a demo's. */
const NOTE = 'office/kind';

/** A folder is a demo's or a real office's, never both. Says what is wrong, if anything. */
export function folderApart(folder: string, demo: boolean): string | undefined {
  const mark = join(folder, 'kind.json');
  const kind = existsSync(mark) ? (JSON.parse(readFileSync(mark, 'utf8')) as { readonly demo: boolean }) : undefined;
  if (!kind) writeFileSync(mark, JSON.stringify({ demo }));
  if (!kind || kind.demo === demo) return undefined;
  return demo
    ? `${folder} holds a real office; a demo must not touch it: set DATA_DIR to another folder`
    : `${folder} holds a demo; a real office needs a folder of its own: set DATA_DIR to another one`;
}

/** So is a database, of which several servers may ask at once: read again after it is marked, as another may have been first. */
export async function databaseApart(notes: Notes, clock: Clock, demo: boolean): Promise<string | undefined> {
  if (!(await notes.get(NOTE))) await notes.put(NOTE, { value: { demo }, savedAt: clock.now() });
  const kind = (await notes.get(NOTE))?.value as { readonly demo: boolean } | undefined;
  if (!kind || kind.demo === demo) return undefined;
  return demo
    ? 'the database of MONGODB_URI holds a real office; a demo must not touch it: name another database in MONGODB_URI'
    : 'the database of MONGODB_URI holds a demo; a real office needs a database of its own: name another one in MONGODB_URI';
}
