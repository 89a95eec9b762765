import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';

/** Another server works in this folder: two would each believe to be alone. */
export class FolderTaken extends Error {
  override readonly name = 'FolderTaken';
  readonly folder: string;
  readonly holder: number;

  constructor(folder: string, holder: number) {
    super(
      `the folder ${folder} is in use by another guicheng server (process ${holder}); end that one, or give this one a DATA_DIR of its own`,
    );
    this.folder = folder;
    this.holder = holder;
  }
}

/**
 * Takes a folder for this process; returns how to give it back. The lock is the operating system's, on an empty database beside the real
 * one: it goes with the process, however that ends, so that none is ever left behind. The process' number stands beside it, to be named.
 */
export function takeFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const holder = join(folder, 'folder.holder');
  const lock = new Database(join(folder, 'folder.lock'));
  try {
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if ((error as { readonly code?: string }).code === 'SQLITE_BUSY') throw new FolderTaken(folder, holderOf(holder));
    throw error;
  }
  writeFileSync(holder, `${process.pid}\n`);
  return () => {
    lock.exec('ROLLBACK');
    lock.close();
  };
}

/** 0 where it has not written its number yet. */
function holderOf(path: string): number {
  try {
    return Number(readFileSync(path, 'utf8').trim()) || 0;
  } catch {
    return 0;
  }
}
