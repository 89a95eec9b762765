import { closeSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';

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
 * Takes a folder for this process; returns how to give it back. A lock left behind by a process that was killed does not hold: its number
 * no longer belongs to a running process that began the lock.
 */
export function takeFolder(folder: string): () => void {
  const path = join(folder, 'server.lock');
  for (;;) {
    try {
      const file = openSync(path, 'wx');
      writeSync(file, JSON.stringify(ownMark()));
      closeSync(file);
      return () => unlinkSync(path);
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
    const holder = holderOf(path);
    if (holder !== undefined) throw new FolderTaken(folder, holder);
    unlinkSync(path);
  }
}

interface Mark {
  readonly pid: number;
  /** When the process began, in the kernel's ticks: tells it from a later one with the same number. Null where that cannot be read. */
  readonly began: string | null;
}

const ownMark = (): Mark => ({ pid: process.pid, began: beginOf(process.pid) });

function holderOf(path: string): number | undefined {
  try {
    const mark = JSON.parse(readFileSync(path, 'utf8')) as Mark;
    process.kill(mark.pid, 0);
    return beginOf(mark.pid) === mark.began ? mark.pid : undefined;
  } catch (error) {
    // EPERM: it lives, but is somebody else's.
    return codeOf(error) === 'EPERM' ? 0 : undefined;
  }
}

function beginOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

/** The system's code of an error; asked of the value itself, as an error of another realm is no instance of ours. */
const codeOf = (error: unknown): unknown => (error !== null && typeof error === 'object' && 'code' in error ? error.code : undefined);
