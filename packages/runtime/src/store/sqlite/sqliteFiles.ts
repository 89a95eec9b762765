import { createReadStream } from 'node:fs';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Files, StoredFile } from '../../ports/store.ts';
import type { FileId } from '../../words/ids.ts';
import { checkSize } from '../memory/memoryFiles.ts';
import type { Probe } from './database.ts';
import { asError, asFailure } from './failure.ts';
import type { Line } from './line.ts';
import type { Reads } from './reads.ts';
import type { Writes } from './writes.ts';

export interface Lines {
  readonly writer: Line<Writes>;
  readonly reader: Line<Reads>;
}

/** Files as files beside the database, under their random names, on the disk before anything refers to them. */
export function sqliteFiles(lines: Lines, folder: string, probe: Probe = () => undefined): Files {
  const pathOf = (file: FileId): string => join(folder, file.replaceAll(/[^\w-]/g, '_'));
  return {
    async put(about, content) {
      const path = pathOf(about.id);
      try {
        await writeFile(`${path}.part`, { about, content, probe });
        probe('rename');
        await rename(`${path}.part`, path);
        probe('sync folder');
        await syncFolder(folder);
      } catch (error) {
        await rm(`${path}.part`, { force: true });
        throw asFailure(error).unavailable ? asError(asFailure(error)) : error;
      }
      await lines.writer.call('putFile', about);
    },
    about: (file) => lines.reader.call('file', file),
    async read(file) {
      return (await lines.reader.call('file', file)) ? createReadStream(pathOf(file)) : undefined;
    },
    caseOf: (file) => lines.reader.call('caseOfFile', file),
    async sweep(before) {
      const forgotten = await lines.writer.call('forgetFiles', before);
      for (const file of forgotten) await rm(pathOf(file), { force: true });
      await removeStrays(lines, folder, Date.parse(before));
      return forgotten.length;
    },
  };
}

async function writeFile(
  path: string,
  what: { readonly about: StoredFile; readonly content: AsyncIterable<Uint8Array>; readonly probe: Probe },
): Promise<void> {
  what.probe('open file');
  const file = await open(path, 'w');
  try {
    let size = 0;
    for await (const chunk of what.content) {
      what.probe('write file');
      await file.writeFile(chunk);
      size += chunk.length;
    }
    checkSize(what.about, size);
    what.probe('sync file');
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Windows neither lets a folder be opened nor needs it.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/** What a crash left between writing a file and noting it down. */
async function removeStrays(lines: Lines, folder: string, before: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const about = await stat(path);
    if (about.mtimeMs < before && !(await lines.reader.call('file', name as FileId))) await rm(path, { force: true });
  }
}
